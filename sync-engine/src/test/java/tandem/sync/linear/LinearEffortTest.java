package tandem.sync.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static tandem.sync.http.Outcomes.failure;
import static tandem.sync.http.Outcomes.value;
import static tandem.sync.linear.LinearDouble.FEATURES;
import static tandem.sync.linear.LinearDouble.HEALTH;

import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tandem.sync.http.CallLimits;
import tandem.sync.linear.LinearEffort.Drawn;
import tandem.sync.linear.LinearEffort.Listing;
import tandem.sync.model.Budget;
import tandem.sync.model.IssueId;
import tandem.sync.replica.Outcome;
import tandem.sync.replica.RemoteFailure;

class LinearEffortTest {
  private static final Instant SINCE = Instant.parse("2026-08-01T00:00:00Z");

  private final LinearDouble linear = new LinearDouble();

  @AfterEach
  void stop() {
    linear.close();
  }

  @Test
  void issuesOfABudgetAreReadToTheEnd() throws InterruptedException {
    linear
        .answers(page(node("i-1", "label-health", "\"2026-11-01T10:00:00.000Z\""), true))
        .answers(page(open("i-2", "label-features"), false));

    Listing listing = value(read());

    assertThat(listing.complete()).isTrue();
    assertThat(listing.issues())
        .containsExactly(
            drawn("i-1", HEALTH, Optional.of(Instant.parse("2026-11-01T10:00:00Z"))),
            drawn("i-2", FEATURES, Optional.empty()));
    assertThat(linear.sent())
        .contains("\"team\":\"team-1\"", "label-health", "2026-08-01T00:00:00Z");
    assertThat(linear.sent()).contains("\"after\":\"cursor\"");
  }

  @Test
  void whatWasThrownAwayCancelledOrLostItsLabelIsLeftOut() {
    linear.answers(
        page(
            open("i-1", "label-other")
                + ","
                + open("i-2", "label-health").replace("\"trashed\": null", "\"trashed\": true")
                + ","
                + open("i-3", "label-health")
                    .replace(
                        "\"canceledAt\": null", "\"canceledAt\": \"2026-11-01T10:00:00.000Z\""),
            false));
    assertThat(value(read()).issues()).isEmpty();
  }

  @Test
  void aListingWithoutEndIsCutAndSaysSo() {
    for (int i = 0; i < 20; i++) {
      linear.answers(page(open("i-" + i, "label-health"), true));
    }
    Listing listing = value(read());
    assertThat(listing.complete()).isFalse();
    assertThat(listing.issues()).hasSize(20);
    assertThat(linear.server.getRequestCount()).isEqualTo(20);
  }

  @Test
  void aTeamWithoutBudgetsIsNotAskedFor() {
    assertThat(value(effort(new TreeMap<>()).since(SINCE)).issues()).isEmpty();
    assertThat(linear.server.getRequestCount()).isZero();
  }

  @Test
  void aFailureOfALaterPageIsAFailure() {
    linear.answers(page(open("i-1", "label-health"), true)).refuses(400, "INPUT_ERROR", "no");
    assertThat(failure(read())).isInstanceOf(RemoteFailure.Rejected.class);
  }

  private Outcome<Listing> read() {
    TreeMap<Budget, String> labels = new TreeMap<>();
    labels.put(FEATURES, "label-features");
    labels.put(HEALTH, "label-health");
    return effort(labels).since(SINCE);
  }

  private LinearEffort effort(TreeMap<Budget, String> labels) {
    return new LinearEffort(
        new LinearTeam(linear.server.url("/graphql").uri(), "team-1", labels),
        linear,
        new LinearHttp(() -> LinearDouble.NOW, CallLimits.DEFAULT));
  }

  private static Drawn drawn(String id, Budget budget, Optional<Instant> completed) {
    return new Drawn(
        new IssueId(id),
        budget,
        Optional.of(3.0),
        Instant.parse("2026-10-01T10:00:00Z"),
        completed);
  }

  private static String open(String id, String label) {
    return node(id, label, "null");
  }

  private static String node(String id, String label, String completed) {
    return """
    {"__typename": "Issue", "id": "%s", "createdAt": "2026-10-01T10:00:00.000Z", "estimate": 3,
     "labelIds": ["%s"], "completedAt": %s, "canceledAt": null, "trashed": null}
    """
        .formatted(id, label, completed);
  }

  private static String page(String nodes, boolean more) {
    return """
    {"data": {"issues": {"nodes": [%s], "pageInfo": {"hasNextPage": %s, "endCursor": "cursor"}}}}
    """
        .formatted(nodes, more);
  }
}
