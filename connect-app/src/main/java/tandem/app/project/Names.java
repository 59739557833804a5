package tandem.app.project;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import tandem.sync.model.InstallationId;
import tandem.sync.replica.Outcome;

/** Names of people, kept in memory for ten minutes and nowhere else. */
@Component
public class Names {
  private static final Duration FRESH = Duration.ofMinutes(10);
  private static final int MOST = 10_000;

  private final JiraQuestions jira;
  private final Cache<Key, String> known;

  private record Key(InstallationId tenant, String accountId) {}

  Names(JiraQuestions jira, InstantSource clock) {
    this.jira = jira;
    this.known =
        Caffeine.newBuilder()
            .expireAfterWrite(FRESH)
            .maximumSize(MOST)
            .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
            .build();
  }

  /**
   * By account. Who is gone, who comes after a hundred others whose names are not known yet, and
   * whomever Jira does not name just now, is not among them. At most one remote call.
   */
  public Map<String, String> of(Visit visit, Collection<String> accountIds) {
    Map<String, String> names = kept(visit, accountIds);
    List<String> missing =
        accountIds.stream()
            .distinct()
            .filter(id -> !names.containsKey(id))
            .limit(JiraQuestions.MOST_NAMES)
            .toList();
    if (!missing.isEmpty()
        && jira.names(visit.installation(), missing)
            instanceof Outcome.Done<Map<String, String>>(Map<String, String> found)) {
      found.forEach((id, name) -> known.put(new Key(visit.tenant(), id), name));
      names.putAll(found);
    }
    return names;
  }

  private Map<String, String> kept(Visit visit, Collection<String> accountIds) {
    Map<String, String> names = new HashMap<>();
    for (String id : accountIds) {
      String name = known.getIfPresent(new Key(visit.tenant(), id));
      if (name != null) {
        names.put(id, name);
      }
    }
    return names;
  }
}
