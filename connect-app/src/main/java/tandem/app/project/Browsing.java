package tandem.app.project;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import tandem.sync.replica.Outcome;

/**
 * Which issues a person may browse. Jira is asked for a thousand at a time and its answer counts
 * for a minute; an issue that is new since then is asked about by itself.
 */
@Component
class Browsing {
  private static final Duration COUNTS = Duration.ofMinutes(1);
  private static final long MOST_ISSUES = 300_000;

  private final JiraQuestions jira;
  private final Cache<Visit, Known> known;

  /** What was asked about, and what of it may be browsed. */
  private record Known(Set<String> asked, Set<String> visible) {}

  Browsing(JiraQuestions jira, InstantSource clock) {
    this.jira = jira;
    this.known =
        Caffeine.newBuilder()
            .expireAfterWrite(COUNTS)
            .maximumWeight(MOST_ISSUES)
            .<Visit, Known>weigher((visit, it) -> 1 + it.asked().size())
            .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
            .build();
  }

  /** Those of the issues that the person may browse. */
  Outcome<Set<String>> visible(Visit visit, Collection<String> issueIds) {
    Known before = known.getIfPresent(visit);
    if (before == null) {
      return ask(visit, issueIds)
          .then(visible -> {
            known.put(visit, new Known(Set.copyOf(issueIds), visible));
            return new Outcome.Done<>(visible);
          });
    }
    List<String> fresh = issueIds.stream().filter(id -> !before.asked().contains(id)).toList();
    return ask(visit, fresh).then(more -> new Outcome.Done<>(union(before.visible(), more)));
  }

  private Outcome<Set<String>> ask(Visit visit, Collection<String> issueIds) {
    List<String> all = List.copyOf(issueIds);
    Outcome<Set<String>> visible = new Outcome.Done<>(Set.of());
    for (int from = 0; from < all.size(); from += JiraQuestions.MOST_CHECKED) {
      List<String> some =
          all.subList(from, Math.min(from + JiraQuestions.MOST_CHECKED, all.size()));
      visible =
          visible.then(before ->
              jira.granted(visit.installation(), visit.accountId(), "BROWSE_PROJECTS", some)
                  .then(more -> new Outcome.Done<>(union(before, more))));
    }
    return visible;
  }

  private static Set<String> union(Set<String> some, Set<String> more) {
    Set<String> all = new HashSet<>(some);
    all.addAll(more);
    return all;
  }
}
