package tandem.sync.jira;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tandem.sync.http.Outcomes;
import tandem.sync.model.Budget;
import tandem.sync.model.Held;
import tandem.sync.model.IssueId;
import tandem.sync.replica.Observation;
import tandem.sync.replica.TwinDraft;

/** What the contract does not ask: the webhooks of the sandbox's Jira. */
class JiraSandboxTest {
  private static final Budget FEATURES = new Budget("features");

  private final JiraBench jira = new JiraBench();
  private final MockWebServer app = new MockWebServer();
  private final BlockingQueue<byte[]> webhooks = new LinkedBlockingQueue<>();

  @BeforeEach
  void install() throws Exception {
    app.setDispatcher(new App());
    app.start();
    jira.install(app.url("/atlassian-connect.json").uri());
  }

  @AfterEach
  void stop() {
    jira.close();
    app.close();
  }

  /** The least that the site installs, and a mailbox for its webhooks. */
  private final class App extends Dispatcher {
    @Override
    public MockResponse dispatch(RecordedRequest request) {
      return switch (request.getUrl().encodedPath()) {
        case "/atlassian-connect.json" -> new MockResponse.Builder().body(descriptor()).build();
        case "/webhooks/jira" -> {
          webhooks.add(request.getBody().toByteArray());
          yield new MockResponse.Builder().build();
        }
        default -> new MockResponse.Builder().code(204).build();
      };
    }

    private String descriptor() {
      return """
      {"key": "tandem-test", "name": "Test", "baseUrl": "%s",
       "authentication": {"type": "jwt"}, "lifecycle": {"installed": "/installed"},
       "apiMigrations": {"signed-install": true}, "scopes": ["READ", "WRITE"],
       "modules": {"webhooks": [
         {"event": "jira:issue_created", "url": "/webhooks/jira"},
         {"event": "jira:issue_updated", "url": "/webhooks/jira"},
         {"event": "jira:issue_deleted", "url": "/webhooks/jira"},
         {"event": "issue_property_set", "url": "/webhooks/jira"}]}}
      """
          .formatted(app.url("").toString().replaceAll("/$", ""));
    }
  }

  @Test
  void aWebhookSaysWhatAReadWouldSay() throws InterruptedException {
    IssueId issue = jira.create(Optional.of(FEATURES));

    assertThat(next())
        .isInstanceOfSatisfying(
            JiraEvent.IssueSeen.class,
            seen ->
                assertThat(jira.project().observed(seen))
                    .isEqualTo(Outcomes.value(jira.replica().read(issue))));
  }

  @Test
  void aDeletionTouchesTheIssueAndAPropertyOfOthersDoesNot() throws InterruptedException {
    IssueId issue = jira.create(Optional.empty());
    next();

    jira.setProperty(issue, "somebody.else");
    assertThat(next()).isEqualTo(new JiraEvent.Ignored("issue_property_set"));
    jira.delete(issue);
    assertThat(next()).isEqualTo(new JiraEvent.IssueTouched(issue));
  }

  @Test
  void severalIssuesAreReadAtOnceByIdAndByKeyAndWhatIsGoneIsMissing() {
    IssueId one = jira.create(Optional.of(FEATURES));
    IssueId two = jira.create(Optional.empty());
    IssueId gone = jira.create(Optional.empty());
    jira.delete(gone);
    var seen = (Observation.Present) Outcomes.value(jira.replica().read(two));
    assertThat(
            Outcomes.value(
                jira.replica().readAll(List.of(one.value(), seen.key(), gone.value(), "NOPE-1"))))
        .containsExactlyInAnyOrder(
            (Observation.Present) Outcomes.value(jira.replica().read(one)), seen);
  }

  @Test
  void aDecisionInAWebhookIsWhatAReadGives() throws InterruptedException {
    IssueId issue = jira.create(Optional.empty());
    next();

    jira.setProperty(issue, "tandem.decision.d-1");
    var seen = (JiraEvent.DecisionSeen) next();
    var read = (Observation.Present) Outcomes.value(jira.replica().read(issue, Set.of()));
    assertThat(read.log().orElseThrow().decisions().values())
        .extracting(Held::original)
        .containsExactly(seen.seen());
    assertThat(seen.issue()).isEqualTo(issue);
  }

  @Test
  void aTwinIsCreatedOnceHoweverOftenItIsTried() {
    TwinDraft draft =
        new TwinDraft(
            new IssueId("0c6ff0b4-0000-4000-8000-000000000001"),
            "Pay later",
            URI.create("https://linear.app/shop/issue/CHK-7"));
    var made = (Observation.Present) Outcomes.value(jira.replica().create(draft, false));
    var found = (Observation.Present) Outcomes.value(jira.replica().create(draft, true));
    assertThat(found.issue()).isEqualTo(made.issue());
    assertThat(Outcomes.value(jira.replica().pointers(made.issue())))
        .containsExactly("https://linear.app/shop/issue/CHK-7");
    assertThat(Outcomes.value(jira.replica().draft(made.issue())).title()).isEqualTo("Pay later");
    assertThat(Outcomes.value(jira.replica().count())).isEqualTo(1);
  }

  private JiraEvent next() throws InterruptedException {
    byte[] body = webhooks.poll(10, TimeUnit.SECONDS);
    assertThat(body).as("a webhook came").isNotNull();
    return JiraEvent.parse(body);
  }
}
