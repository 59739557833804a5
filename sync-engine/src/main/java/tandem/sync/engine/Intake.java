package tandem.sync.engine;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import tandem.sync.model.Held;
import tandem.sync.model.InstallationId;
import tandem.sync.model.IssueId;
import tandem.sync.model.LinkId;
import tandem.sync.model.MappingId;
import tandem.sync.model.Original;
import tandem.sync.model.Side;
import tandem.sync.replica.ListedDecision;
import tandem.sync.replica.Mark;
import tandem.sync.replica.Observation;
import tandem.sync.store.DecisionStore.Placed;
import tandem.sync.store.DecisionStore.Unplaced;

/**
 * News from the trackers. Each call is one transaction at most and no remote call; when it has
 * returned, a crash loses nothing. Events may come late, twice and in any order: all of it is
 * harmless.
 */
public final class Intake {
  private final Durable durable;
  private final Sightings decisions;
  private final SeenIssues issues;

  public Intake(Durable durable) {
    this.durable = durable;
    this.decisions = new Sightings(durable);
    this.issues = new SeenIssues(durable);
  }

  /**
   * Keeps an observation that is newer than what is known, and marks the issue's link dirty. An
   * observation that says nothing new (an echo, a repetition, one that was overtaken) marks
   * nothing.
   *
   * @return the number of links marked dirty; 0 also where the issue has no link
   */
  public int observed(InstallationId installation, Side side, Observation.Present seen) {
    return issues.observed(installation, side, seen, mapping -> true);
  }

  /**
   * {@link #observed(InstallationId, Side, Observation.Present)} for an observation in the terms of
   * one mapping. Where the issue's link belongs to another one, the issue has moved: what it holds
   * in these terms says nothing, and the side is read before it is relied on again.
   */
  public int observed(
      InstallationId installation, MappingId mapping, Side side, Observation.Present seen) {
    return issues.observed(installation, side, seen, mapping::equals);
  }

  /**
   * Something about the issue changed, but the news does not say what: the side is read before it
   * is relied on again.
   *
   * @return the number of links marked dirty; 0 where the issue has no link
   */
  public int touched(InstallationId installation, Side side, IssueId issue) {
    return news(
        installation,
        side,
        issue,
        link -> {
          durable.links().touched(link, side);
          return true;
        });
  }

  /**
   * A decision of the issue was seen. Where it is just what was last known, or the echo of our own
   * write, nothing is marked, unless that write turns out to have replaced an edit that it did not
   * know: the link's next turn looks after that.
   *
   * @return the number of links marked dirty; 0 also where the issue has no link
   */
  public int decisionSeen(InstallationId installation, Side side, IssueId issue, Sighted seen) {
    return news(
        installation,
        side,
        issue,
        link -> {
          long before = durable.links().news(link, side);
          boolean news = !seen.ours() && !decisions.isKnown(link, side, seen.held().original());
          boolean overwrote =
              Overwriting.heard(side, seen, news ? before + 1 : before)
                  .filter(heard -> Overwriting.saveNews(durable, link, heard))
                  .isPresent();
          if (news) {
            durable.links().touched(link, side);
          }
          return news || overwrote;
        });
  }

  /**
   * A decision of the issue is gone. Where it is known to be, the echo of our own deletion above
   * all, nothing is marked.
   *
   * @param ref the tracker's own name for the decision
   * @return the number of links marked dirty
   */
  public int decisionGone(InstallationId installation, Side side, IssueId issue, String ref) {
    return news(
        installation,
        side,
        issue,
        link -> {
          boolean news = decisions.stands(link, side, ref);
          if (news) {
            durable.links().touched(link, side);
          }
          return news;
        });
  }

  /**
   * A decision was seen of which the tracker does not say what issue it belongs to. One that is not
   * known is remembered, and its issue is asked for in the engine's own time ({@link
   * Engine#runDue}).
   *
   * @return the number of links marked dirty
   */
  public int decisionSeen(InstallationId installation, Side side, Original seen) {
    return decisionSeen(
        installation, side, new Told(seen, (id, text) -> new Held.Illegible(text, "not read")));
  }

  /**
   * The same where what was seen can be read. Where the tracker says that it is newer than what is
   * known, it is kept, which saves the link's next turn a read. Where it is a write of ours and
   * replaced an edit that the write did not know, that edit is kept, and the link's next turn
   * brings it back.
   */
  public int decisionSeen(InstallationId installation, Side side, Told told) {
    Original seen = told.seen();
    return durable
        .transactions()
        .within(() -> {
          Optional<Placed> placed =
              durable.links().decisions().placed(installation, side, seen.ref());
          if (placed.isEmpty()) {
            var unknown = new Unplaced(seen.ref(), Mark.of(seen));
            durable.links().decisions().unplaced(installation, side, unknown, now());
            return 0;
          }
          boolean overwrote = Overwriting.saveNews(durable, placed.get(), side, told);
          boolean echo = placed.get().mark().equals(Mark.of(seen));
          if (!echo) {
            keep(placed.get(), side, told.seenAs(placed.get().id()));
          }
          boolean news = overwrote || !echo;
          if (news) {
            durable.queue().markDirty(installation, List.of(placed.get().link()), now());
          }
          return news ? 1 : 0;
        });
  }

  /**
   * A listing tells of a decision. Where nothing newer than what is known of it was written, our
   * own writes above all, nothing is marked; otherwise the side is read before it is relied on.
   *
   * @return the number of links marked dirty; 0 also where the issue has no link
   */
  public int decisionListed(InstallationId installation, Side side, ListedDecision listed) {
    return durable
        .transactions()
        .within(() -> {
          Optional<Placed> placed =
              durable.links().decisions().placed(installation, side, listed.ref());
          List<LinkId> links =
              placed.isPresent()
                  ? placed
                      .filter(known -> !listed.isThere() || decisions.isNewer(known, side, listed))
                      .map(Placed::link)
                      .stream()
                      .toList()
                  : begun(installation, side, listed);
          links.forEach(link -> touched(installation, side, link));
          return links.size();
        });
  }

  /** One that nothing is known of is news where its issue has a link. */
  private List<LinkId> begun(InstallationId installation, Side side, ListedDecision listed) {
    return listed.isThere() && listed.isTitled()
        ? durable.links().linkOf(installation, side, listed.issue()).stream().toList()
        : List.of();
  }

  private void keep(Placed placed, Side side, Held seen) {
    if (!decisions.isKeptAsNewer(placed, side, seen)) {
      durable.links().touched(placed.link(), side);
    }
  }

  /**
   * A decision is gone, or something about it changed that the news does not tell. What is not
   * known is none of ours.
   *
   * @param ref the tracker's own name for the decision
   * @return the number of links marked dirty
   */
  public int decisionTouched(InstallationId installation, Side side, String ref) {
    return durable
        .transactions()
        .within(() ->
            durable
                .links()
                .decisions()
                .placed(installation, side, ref)
                .map(placed -> touched(installation, side, placed.link()))
                .orElse(0));
  }

  private int touched(InstallationId installation, Side side, LinkId link) {
    durable.links().touched(link, side);
    durable.queue().markDirty(installation, List.of(link), now());
    return 1;
  }

  private Instant now() {
    return durable.clock().instant();
  }

  private int news(
      InstallationId installation, Side side, IssueId issue, Predicate<LinkId> isNews) {
    return durable
        .transactions()
        .within(() -> {
          List<LinkId> dirty =
              durable.links().linkOf(installation, side, issue).stream().filter(isNews).toList();
          durable.queue().markDirty(installation, dirty, now());
          return dirty.size();
        });
  }
}
