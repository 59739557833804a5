package tandem.sync.engine;

import java.util.List;
import java.util.function.Predicate;
import tandem.sync.model.InstallationId;
import tandem.sync.model.IssueId;
import tandem.sync.model.LinkId;
import tandem.sync.model.Side;
import tandem.sync.replica.Observation;

/**
 * News from the trackers. Each call is one transaction and no remote call; when it has returned, a
 * crash loses nothing. Events may come late, twice and in any order: all of it is harmless.
 */
public final class Intake {
  private final Durable durable;

  public Intake(Durable durable) {
    this.durable = durable;
  }

  /**
   * Keeps an observation that is newer than what is known, and marks the issue's link dirty. An
   * observation that says nothing new (an echo, a repetition, one that was overtaken) marks
   * nothing.
   *
   * @return the number of links marked dirty; 0 also where the issue has no link
   */
  public int observed(InstallationId installation, Side side, Observation.Present seen) {
    return news(
        installation,
        side,
        seen.issue(),
        link -> durable.links().observed(link, side, seen.key(), seen.snapshot()));
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

  private int news(
      InstallationId installation, Side side, IssueId issue, Predicate<LinkId> isNews) {
    return durable
        .transactions()
        .within(() -> {
          List<LinkId> dirty =
              durable.links().linkOf(installation, side, issue).stream().filter(isNews).toList();
          durable.queue().markDirty(installation, dirty, durable.clock().instant());
          return dirty.size();
        });
  }
}
