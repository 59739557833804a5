package tandem.sync.queue;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import tandem.sync.model.InstallationId;
import tandem.sync.model.LinkId;

/**
 * The dirty set. A link is in it once, however many events arrive. Work on it happens at least once
 * after the last event; two owners may overlap only where a lease ran out, and then the older one
 * can change nothing here any more.
 *
 * <p>Each call joins the caller's transaction or is one by itself. All times come from the caller;
 * the clocks of several nodes may differ by less than a lease. A call on a claim that was lost
 * changes nothing and gives false (or {@link Completion#LOST}).
 *
 * <p>Every implementation passes {@code QueueContract}.
 */
public interface WorkQueue {
  int MOST_INTERRUPTIONS = 20;

  /** The reason that a link is set aside with after that. */
  String INTERRUPTED_TOO_OFTEN =
      "the work on it was cut off " + MOST_INTERRUPTIONS + " times in a row";

  /**
   * These links may have to be reconciled. A back-off is cut short by it, unless it follows a write
   * that may still happen; a wait that a tracker asked for is not; a link in quarantine stays
   * there.
   */
  void markDirty(InstallationId installation, Collection<LinkId> links, Instant now);

  /** Claims due links of one tenant, the longest due first; none while the tenant is stopped. */
  List<Claim> claim(InstallationId installation, int atMost, Lease lease);

  /** Makes the claim last longer. */
  boolean renew(Claim claim, Instant until);

  /** The work is done. Distinguishes whether news arrived since the claim. */
  Completion complete(Claim claim, Instant now);

  /** The work is not finished and goes on later, through no failure. */
  boolean release(Claim claim, Instant dueAt);

  /**
   * The work failed: again at {@code dueAt} or after the next event, one attempt more. After {@link
   * Setback#UNKNOWN} not before {@code dueAt}, whatever arrives.
   */
  boolean retryAt(Claim claim, Setback setback, Instant dueAt);

  /** The work has to wait: not before {@code until}, whatever arrives. Uses up no attempt. */
  boolean notBefore(Claim claim, Instant until);

  /** The link is set aside with the reason in words until it is replayed. */
  boolean quarantine(Claim claim, String why);

  /** Takes a link out of quarantine and makes it due; false where it was not in it. */
  boolean replay(InstallationId installation, LinkId link, Instant now);

  /** Stops a tenant; a later stop wins over an earlier one. */
  void stop(InstallationId installation, Stop stop);

  /** Why the tenant is stopped at this moment, where it is. */
  Optional<Stop> stopped(InstallationId installation, Instant now);

  /** Lifts a tenant's stop and all its links' waits. */
  void resume(InstallationId installation, Instant now);

  /** Whether the tenant has due links and is not stopped. */
  boolean isDue(InstallationId installation, Instant now);

  /** Tenants with due links that are not stopped, the longest due first. */
  List<InstallationId> tenantsDue(Instant now);

  /**
   * Takes back claims whose lease ran out and gives their number. A link whose workers vanish
   * {@link #MOST_INTERRUPTIONS} times in a row is set aside: it may be what kills them.
   */
  int reap(Instant now);

  /** Where a link stands in the set; empty where it is clean. */
  Optional<Waiting> find(LinkId link);
}
