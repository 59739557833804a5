package tandem.sync.store;

import java.time.Instant;
import java.util.List;
import tandem.sync.model.IssueId;
import tandem.sync.model.LinkId;
import tandem.sync.model.Side;
import tandem.sync.store.DriftLog.Place;

/**
 * When sweeps last looked at each issue of a link. Every call joins the caller's {@link
 * Transactions} or is one by itself.
 *
 * <p>Every implementation passes {@code RevisitsContract}.
 */
public interface Revisits {

  /** An issue of a link. */
  record Stop(LinkId link, IssueId issue) {}

  /**
   * The issues of one side that nobody visited at or after a time, the longest waiting first. A
   * link that was made since counts as visited, since it was read when it was made.
   *
   * @param atMost how many, from 1
   */
  List<Stop> due(Place place, Instant since, int atMost);

  /** The same of those links alone that have decisions, on whichever side. */
  List<Stop> dueWithDecisions(Place place, Instant since, int atMost);

  /** Keeps a visit; nothing for a link that does not exist any more. */
  void visited(LinkId link, Side side, Instant now);
}
