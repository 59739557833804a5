package tandem.app.admin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;
import tandem.app.connection.JiraSite;
import tandem.app.lifecycle.Caller;
import tandem.app.lifecycle.Installation;
import tandem.app.lifecycle.Refusal;
import tandem.sync.model.InstallationId;

/**
 * Lets Jira admins through. Jira itself is asked, for the person that it signed the token for; its
 * answer counts for a minute, so a person who stops being an admin may act for that long.
 */
@Component
class Admins {
  private static final Duration ANSWER_COUNTS = Duration.ofMinutes(1);
  private static final int MOST = 10_000;

  private final JiraSite jira;
  private final Cache<Person, Boolean> answers;

  private record Person(InstallationId installation, String accountId) {}

  Admins(JiraSite jira, InstantSource clock) {
    this.jira = jira;
    this.answers =
        Caffeine.newBuilder()
            .expireAfterWrite(ANSWER_COUNTS)
            .maximumSize(MOST)
            .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
            .build();
  }

  /** The admin's account id; everybody else is refused with 403. */
  String require(Caller caller) {
    String accountId = caller.accountId().orElseThrow(Admins::notAnAdmin);
    Person person = new Person(caller.installation().id(), accountId);
    if (!answers.get(person, key -> ask(caller.installation(), accountId))) {
      throw notAnAdmin();
    }
    return accountId;
  }

  private boolean ask(Installation installation, String accountId) {
    return Failures.valueOf(jira.isAdmin(installation, accountId));
  }

  private static ErrorResponseException notAnAdmin() {
    return Refusal.of(
        HttpStatus.FORBIDDEN,
        "Not a Jira admin",
        "Only people with the global permission Administer Jira may do this. Ask a Jira admin.");
  }
}
