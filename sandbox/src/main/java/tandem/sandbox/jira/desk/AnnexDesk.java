package tandem.sandbox.jira.desk;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import java.util.TreeMap;
import tandem.sandbox.jira.state.Cause;
import tandem.sandbox.jira.state.Comment;
import tandem.sandbox.jira.state.Issue;
import tandem.sandbox.jira.state.RemoteLink;
import tandem.sandbox.jira.state.SiteEvent;
import tandem.sandbox.jira.state.SiteStore;

/**
 * Changes what hangs on an issue: properties, comments, remote links. A comment touches the issue's
 * {@code updated}; a property or a remote link does not (*assumed*, Jira's behaviour is not
 * settled). Remote links cause no webhook (*assumed*).
 */
public final class AnnexDesk {
  private final SiteStore store;
  private final IssueDesk issues;
  private final Newsroom news;

  public AnnexDesk(SiteStore store, IssueDesk issues, Newsroom news) {
    this.store = store;
    this.issues = issues;
    this.news = news;
  }

  /**
   * True when the property is new. The event is sent also when the value is the same (*assumed*).
   */
  public boolean setProperty(String id, SiteEvent.Property property, Cause cause) {
    var before =
        store.locked(() -> {
          var issue = existing(id);
          var all = new TreeMap<>(issue.annex().properties());
          var old = Optional.ofNullable(all.put(property.key(), property.value()));
          store.put(issue.with(issue.annex().withProperties(all)));
          return old;
        });
    news.tell(new SiteEvent.PropertySet(existing(id), cause, issues.now(), property));
    return before.isEmpty();
  }

  /** False when there was none. */
  public boolean deleteProperty(String id, String key, Cause cause) {
    boolean gone =
        store.locked(() -> {
          var issue = existing(id);
          var all = new TreeMap<>(issue.annex().properties());
          boolean had = all.remove(key) != null;
          store.put(issue.with(issue.annex().withProperties(all)));
          return had;
        });
    if (gone) {
      news.tell(new SiteEvent.PropertyDeleted(existing(id), cause, issues.now(), key));
    }
    return gone;
  }

  /** Body in ADF. */
  public Comment comment(String id, JsonNode body, Cause cause) {
    var at = issues.now();
    var who = cause.by().accountId();
    var number = String.valueOf(store.next("comment", 10_000));
    var written = new Comment.Written(who, at, who, at);
    var comment = new Comment(number, written, body, new TreeMap<>());
    put(id, comment, at);
    told(id, cause, new SiteEvent.CommentChange("created", comment));
    return comment;
  }

  /** Replaces the body. */
  public Comment editComment(Issue issue, Comment old, JsonNode body, Cause cause) {
    var at = issues.now();
    var first = old.written();
    var written = new Comment.Written(first.author(), first.created(), cause.by().accountId(), at);
    var comment = new Comment(old.id(), written, body, old.properties());
    put(issue.id(), comment, at);
    told(issue.id(), cause, new SiteEvent.CommentChange("updated", comment));
    return comment;
  }

  /** Changes a comment's properties; no event, and nobody's {@code updated} moves (*assumed*). */
  public void setCommentProperties(Issue issue, Comment comment) {
    put(issue.id(), comment, issue.times().updated());
  }

  public void deleteComment(Issue issue, Comment comment, Cause cause) {
    store.locked(() -> {
      var now = existing(issue.id());
      var rest = new ArrayList<>(now.annex().comments());
      rest.removeIf(c -> c.id().equals(comment.id()));
      store.put(now.with(now.annex().withComments(rest)).updated(issues.now()));
      return rest;
    });
    told(issue.id(), cause, new SiteEvent.CommentChange("deleted", comment));
  }

  /** A new link has the id 0; a link with a known id replaces the one that is there. */
  public RemoteLink put(String id, RemoteLink link) {
    return store.locked(() -> {
      var issue = existing(id);
      long number = link.id() == 0 ? store.next("remote link", 10_000) : link.id();
      var kept = new RemoteLink(number, link.globalId(), link.content());
      var all = new ArrayList<>(issue.annex().links());
      all.removeIf(other -> other.id() == number);
      all.add(kept);
      store.put(issue.with(issue.annex().withLinks(all)));
      return kept;
    });
  }

  public void delete(String id, RemoteLink link) {
    store.locked(() -> {
      var issue = existing(id);
      var all = new ArrayList<>(issue.annex().links());
      all.removeIf(other -> other.id() == link.id());
      store.put(issue.with(issue.annex().withLinks(all)));
      return all;
    });
  }

  private void put(String id, Comment comment, Instant at) {
    store.locked(() -> {
      var issue = existing(id);
      var all = new ArrayList<>(issue.annex().comments());
      int old =
          all.indexOf(
              all.stream().filter(c -> c.id().equals(comment.id())).findFirst().orElse(comment));
      if (old < 0) {
        all.add(comment);
      } else {
        all.set(old, comment);
      }
      store.put(issue.with(issue.annex().withComments(all)).updated(at));
      return all;
    });
  }

  private void told(String id, Cause cause, SiteEvent.CommentChange change) {
    news.tell(new SiteEvent.Commented(existing(id), cause, issues.now(), change));
  }

  private Issue existing(String id) {
    return store.issue(id).orElseThrow(() -> new GoneException(id));
  }
}
