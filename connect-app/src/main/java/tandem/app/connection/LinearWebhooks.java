package tandem.app.connection;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What is known of each workspace's webhook: its id, which every delivery carries, and when it was
 * last heard. Linear switches a webhook off whose deliveries keep failing.
 */
@Component
public class LinearWebhooks {
  private static final Duration TOLD_FOR = Duration.ofMinutes(1);
  private static final int MOST = 10_000;
  private static final int LONGEST_ID = 100;

  private final JdbcClient database;
  private final InstantSource clock;
  private final Cache<String, String> told;

  LinearWebhooks(JdbcClient database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
    this.told =
        Caffeine.newBuilder()
            .expireAfterWrite(TOLD_FOR)
            .maximumSize(MOST)
            .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
            .build();
  }

  /**
   * Notes that a webhook delivered something genuine. Writes once a minute and workspace at most.
   */
  public void heard(String workspaceId, String webhookId) {
    boolean known = webhookId.equals(told.getIfPresent(workspaceId));
    if (!known && webhookId.length() <= LONGEST_ID && workspaceId.length() <= LONGEST_ID) {
      told.put(workspaceId, webhookId);
      keep(workspaceId, webhookId);
    }
  }

  private void keep(String workspaceId, String webhookId) {
    database
        .sql(
            """
            insert into linear_webhook (workspace_id, webhook_id, heard_at) values (?, ?, ?)
            on conflict (workspace_id) do update set webhook_id = excluded.webhook_id,
                heard_at = excluded.heard_at, trouble = null
            """)
        .params(workspaceId, webhookId, clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  /**
   * What is known of one.
   *
   * @param missed what sweeps had found in all when it was last looked at
   * @param trouble for the admin
   */
  record Known(String webhookId, Instant heardAt, long missed, Optional<String> trouble) {}

  Optional<Known> find(String workspaceId) {
    return database
        .sql("select * from linear_webhook where workspace_id = ?")
        .param(workspaceId)
        .query((row, number) ->
            new Known(
                row.getString("webhook_id"),
                row.getTimestamp("heard_at").toInstant(),
                row.getLong("missed"),
                Optional.ofNullable(row.getString("trouble"))))
        .optional();
  }

  /** Why Linear's changes come late, in words for the admin; empty where nothing is known of it. */
  public Optional<String> trouble(String workspaceId) {
    return find(workspaceId).flatMap(Known::trouble);
  }

  void looked(String workspaceId, long missed, @Nullable String trouble) {
    database
        .sql("update linear_webhook set missed = ?, trouble = ? where workspace_id = ?")
        .params(missed, trouble, workspaceId)
        .update();
  }
}
