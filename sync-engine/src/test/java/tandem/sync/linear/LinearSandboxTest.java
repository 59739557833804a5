package tandem.sync.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static tandem.sync.http.Outcomes.value;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tandem.sandbox.linear.LinearSettings;
import tandem.sync.model.Budget;
import tandem.sync.model.IssueId;
import tandem.sync.replica.Cursor;
import tandem.sync.replica.Listed;
import tandem.sync.replica.Observation;

/** What the contract does not ask: labels, hints, webhooks, on the sandbox's Linear. */
class LinearSandboxTest {
  private static final Budget FEATURES = new Budget("features");
  private static final Budget HEALTH = new Budget("system-health");

  private final LinearBench linear = new LinearBench(LinearSettings.defaults());

  @AfterEach
  void everyOperationFittedTheSchema() {
    assertThat(linear.linear().validationErrors()).isZero();
    linear.close();
  }

  @Test
  void aSecondConnectionFindsTheLabelsOfTheFirst() {
    assertThat(linear.labelsAgain()).isEqualTo(linear.team().labelIds());
  }

  @Test
  void theGroupLetsAnIssueCarryOneBudgetOnly() {
    IssueId issue = linear.create(Optional.of(FEATURES));

    linear.choose(issue, HEALTH);

    assertThat(linear.tags(issue)).containsExactly(HEALTH);
  }

  @Test
  void aListingShowsWhatPointsAtTheTwin() {
    IssueId attached = linear.create(Optional.empty());
    IssueId synced = linear.create(Optional.empty());
    linear.attach(attached, "https://shop.example/browse/SHOP-12");
    linear.linear().seed().syncedWithJira(synced.value(), "SHOP-13", "10000");

    var page = value(linear.replica().changedSince(Instant.EPOCH, Cursor.START));
    assertThat(page.items())
        .extracting(listed -> listed.issue().issue(), Listed::twinHints)
        .contains(
            tuple(attached, Set.of("https://shop.example/browse/SHOP-12")),
            tuple(synced, Set.of("SHOP-13")));
  }

  @Test
  void anArchivedIssueIsGone() {
    IssueId issue = linear.create(Optional.of(FEATURES));

    linear.archive(issue);

    assertThat(value(linear.replica().read(issue))).isEqualTo(new Observation.Gone(issue));
  }

  @Test
  void anIssueThatMovedToAnotherTeamIsGone() {
    IssueId issue = linear.create(Optional.of(FEATURES));

    linear.move(issue, linear.linear().seed().team("OPS", "Operations"));

    assertThat(value(linear.replica().read(issue))).isEqualTo(new Observation.Gone(issue));
  }

  @Test
  void aWebhookSaysWhatAReadWouldSay() throws Exception {
    IssueId issue = linear.create(Optional.of(FEATURES));
    try (MockWebServer app = new MockWebServer()) {
      app.start();
      app.enqueue(new MockResponse.Builder().build());
      linear.sendWebhooksTo(app.url("/webhooks/linear").toString());

      linear.choose(issue, HEALTH);

      byte[] body = app.takeRequest(10, TimeUnit.SECONDS).getBody().toByteArray();
      assertThat(LinearEvent.parse(body))
          .isInstanceOfSatisfying(
              LinearEvent.IssueSeen.class,
              seen ->
                  assertThat(linear.team().observed(seen))
                      .isEqualTo(value(linear.replica().read(issue))));
    }
  }
}
