package tandem.app.project;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import tandem.app.lifecycle.Installation;
import tandem.sync.replica.Outcome;

/** Each site's {@link ProjectFields}, asked for once an hour: fields are rarely made. */
@Component
class SiteFields {
  private static final Duration COUNTS = Duration.ofHours(1);
  private static final int MOST = 10_000;

  private final JiraQuestions jira;
  private final Cache<Installation, ProjectFields> known;

  SiteFields(JiraQuestions jira, InstantSource clock) {
    this.jira = jira;
    this.known =
        Caffeine.newBuilder()
            .expireAfterWrite(COUNTS)
            .maximumSize(MOST)
            .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
            .build();
  }

  Outcome<ProjectFields> of(Installation installation) {
    ProjectFields before = known.getIfPresent(installation);
    return before != null
        ? new Outcome.Done<>(before)
        : jira.fields(installation)
            .then(fields -> {
              known.put(installation, fields);
              return new Outcome.Done<>(fields);
            });
  }
}
