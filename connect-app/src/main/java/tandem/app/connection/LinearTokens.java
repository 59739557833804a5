package tandem.app.connection;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tandem.sync.linear.LinearAuthorization;
import tandem.sync.model.InstallationId;
import tandem.sync.replica.Outcome;
import tandem.sync.replica.RemoteFailure;

/**
 * The bearer tokens of all connections. A grant is refreshed by one thread of one node at a time:
 * its row stays locked from reading the refresh token to storing the one that replaces it, since
 * Linear ends the old one. Threads of this node queue before the database, so that a slow token
 * endpoint costs one connection and not the pool. A definite refusal pauses the connection.
 *
 * <p>A crash between Linear's answer and the commit loses the only copy of the new tokens; the old
 * refresh token is sent again then. Where Linear does not take it a second time, that is a refusal:
 * the connection pauses, its work is kept, and an admin connects again.
 */
@Component
public class LinearTokens {
  private static final Duration MARGIN = Duration.ofMinutes(2);

  private final Connections connections;
  private final LinearOAuth oauth;
  private final TransactionTemplate transactions;
  private final InstantSource clock;
  private final ConcurrentMap<InstallationId, ReentrantLock> refreshing = new ConcurrentHashMap<>();

  LinearTokens(
      Connections connections,
      LinearOAuth oauth,
      TransactionTemplate transactions,
      InstantSource clock) {
    this.connections = connections;
    this.oauth = oauth;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** The tenant's authorization; it notices a new connection or its end at the next call. */
  public LinearAuthorization of(InstallationId installation) {
    return new LinearAuthorization() {
      @Override
      public Outcome<String> header() {
        return current(installation);
      }

      @Override
      public Outcome<String> afterRefusal(String refusedHeader) {
        return refreshed(installation, refusedHeader);
      }
    };
  }

  private Outcome<String> current(InstallationId id) {
    Optional<Connections.Stored> stored = connections.stored(id);
    if (stored.isEmpty()) {
      return gone("Linear is not connected: a Jira admin has to connect it.");
    }
    if (stored.get().pausedBecause().isPresent()) {
      return gone(stored.get().pausedBecause().get());
    }
    LinearGrant grant = stored.get().grant();
    boolean lasts = clock.instant().plus(MARGIN).isBefore(grant.expiresAt());
    return lasts ? header(grant) : refreshed(id, bearer(grant));
  }

  private Outcome<String> refreshed(InstallationId id, String unusable) {
    ReentrantLock turn = refreshing.computeIfAbsent(id, tenant -> new ReentrantLock());
    turn.lock();
    try {
      return Objects.requireNonNull(transactions.execute(status -> refreshLocked(id, unusable)));
    } finally {
      turn.unlock();
    }
  }

  private Outcome<String> refreshLocked(InstallationId id, String unusable) {
    Optional<Connections.Stored> stored = connections.lock(id);
    if (stored.isEmpty()) {
      return gone("Linear is not connected: a Jira admin has to connect it.");
    }
    LinearGrant grant = stored.get().grant();
    if (!bearer(grant).equals(unusable)) {
      return header(grant);
    }
    return switch (oauth.refresh(grant.refreshToken())) {
      case Outcome.Done<LinearGrant>(LinearGrant fresh) -> {
        connections.refreshed(id, fresh);
        yield header(fresh);
      }
      case Outcome.Failed<LinearGrant>(RemoteFailure.AccessGone(String why)) -> {
        connections.pause(id, why);
        yield gone(why);
      }
      case Outcome.Failed<LinearGrant>(RemoteFailure failure) -> new Outcome.Failed<>(failure);
    };
  }

  private static Outcome<String> header(LinearGrant grant) {
    return new Outcome.Done<>(bearer(grant));
  }

  static String bearer(LinearGrant grant) {
    return "Bearer " + grant.accessToken();
  }

  private static Outcome<String> gone(String why) {
    return new Outcome.Failed<>(new RemoteFailure.AccessGone(why));
  }
}
