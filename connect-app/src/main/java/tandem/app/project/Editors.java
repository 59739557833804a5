package tandem.app.project;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Who may edit a project's issues, so that a page offers no control that Jira would refuse. Jira is
 * asked, and its answer counts for a minute; a write asks again, for its own issue.
 */
@Component
class Editors {
  private static final Duration COUNTS = Duration.ofMinutes(1);
  private static final int MOST = 10_000;

  private final JiraQuestions jira;
  private final Cache<Visit, Boolean> answers;

  Editors(JiraQuestions jira, InstantSource clock) {
    this.jira = jira;
    this.answers =
        Caffeine.newBuilder()
            .expireAfterWrite(COUNTS)
            .maximumSize(MOST)
            .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
            .build();
  }

  /** Throws the answer where Jira does not give it. */
  boolean include(Visit visit) {
    return answers.get(visit, this::ask);
  }

  private boolean ask(Visit visit) {
    return Answers.valueOf(
        jira.may(visit.installation(), visit.accountId(), "EDIT_ISSUES", visit.project().id()));
  }
}
