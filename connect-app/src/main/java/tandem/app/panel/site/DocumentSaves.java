package tandem.app.panel.site;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;
import tandem.app.connection.IssueLocks;
import tandem.app.lifecycle.Caller;
import tandem.app.lifecycle.Refusal;
import tandem.app.panel.document.DocumentKind;
import tandem.app.panel.document.Edit;
import tandem.app.panel.document.Parsed;
import tandem.app.panel.document.PropertyText;
import tandem.sync.model.IssueId;

/**
 * Saves a document: reads what Jira has, compares it with what the person has seen, stamps, writes,
 * one after another for all of Tandem's writers of an issue. Between our read and our write another
 * app may write; that window is as long as one call, and Jira offers none shorter.
 */
@Component
public class DocumentSaves {
  private final Issues issues;
  private final IssueLocks locks;
  private final Derivation derivation;
  private final InstantSource clock;

  DocumentSaves(Issues issues, IssueLocks locks, Derivation derivation, InstantSource clock) {
    this.issues = issues;
    this.locks = locks;
    this.derivation = derivation;
    this.clock = clock;
  }

  /**
   * What a person wants to be kept.
   *
   * @param tag of what they have seen
   */
  public record Wanted<D extends Record>(DocumentKind<D> kind, String tag, JsonNode body) {}

  /** Throws the answer where it is refused. Whether the person may edit was asked before. */
  public <D extends Record> Saved save(Caller caller, IssueId id, Wanted<D> wanted) {
    D document = sent(wanted.kind(), wanted.body());
    return locks.within(
        caller.installation().id(),
        id,
        () -> {
          PanelIssue issue = issues.fresh(caller.installation(), id);
          Optional<JsonNode> before = issue.property(wanted.kind().property());
          D stored = stored(wanted.kind(), before);
          if (!PropertyText.tag(before).equals(wanted.tag())) {
            return new Saved.Overtaken(issue);
          }
          D stamped = wanted.kind().stamped(stored, document, edit(caller, issue));
          ObjectNode value = withUnknown(PropertyText.tree(stamped), before);
          return new Saved.Kept(write(caller, issue, wanted.kind().property(), value));
        });
  }

  /** What a person sent, or the answer to throw. */
  public static <D extends Record> D sent(DocumentKind<D> kind, JsonNode body) {
    return switch (kind.parse(body)) {
      case Parsed.Read<D>(D document) -> document;
      case Parsed.Refused<D>(String why) ->
          throw Refusal.of(HttpStatus.BAD_REQUEST, "A value breaks a rule", sentence(why));
    };
  }

  static String sentence(String why) {
    return "Not saved: " + why + ".";
  }

  /** What is stored, or the answer to throw where it cannot be read. */
  public static <D extends Record> D stored(DocumentKind<D> kind, Optional<JsonNode> value) {
    return switch (value.map(kind::parse).orElseGet(() -> new Parsed.Read<>(kind.empty()))) {
      case Parsed.Read<D>(D document) -> document;
      case Parsed.Refused<D>(String why) -> throw unreadable(why);
    };
  }

  static ErrorResponseException unreadable(String why) {
    return Refusal.of(
        HttpStatus.CONFLICT,
        "What is stored cannot be read",
        "Nothing was saved, so that nothing is overwritten: " + why + ".");
  }

  private Edit edit(Caller caller, PanelIssue issue) {
    return new Edit(
        caller.accountId().orElse(""),
        clock.instant().truncatedTo(ChronoUnit.SECONDS),
        issue.started());
  }

  /** Members that this version does not know are somebody's. */
  private static ObjectNode withUnknown(ObjectNode value, Optional<JsonNode> before) {
    for (Map.Entry<String, JsonNode> member : before.orElseGet(PropertyText::object).properties()) {
      if (!value.has(member.getKey())) {
        value.set(member.getKey(), member.getValue());
      }
    }
    return value;
  }

  private PanelIssue write(Caller caller, PanelIssue issue, String key, ObjectNode value) {
    Optional<JsonNode> before = issue.property(key);
    if (before.filter(stored -> PropertyText.same(stored, value)).isPresent()) {
      return issue;
    }
    checkLength(value.toString());
    PanelIssue written = issues.write(caller.installation(), issue, key, value);
    return derivation.bring(caller.installation(), written);
  }

  static void checkLength(String json) {
    int over = json.length() - PropertyText.LONGEST;
    if (over > 0) {
      throw Refusal.of(
          HttpStatus.PAYLOAD_TOO_LARGE,
          "Too long",
          "Jira keeps %,d characters of this with an issue; this is %,d too long. Shorten it, or"
                  .formatted(PropertyText.LONGEST, over)
              + " move a part into a linked page.");
    }
  }
}
