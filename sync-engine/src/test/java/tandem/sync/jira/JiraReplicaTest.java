package tandem.sync.jira;

import static org.assertj.core.api.Assertions.assertThat;
import static tandem.sync.http.Outcomes.failure;
import static tandem.sync.http.Outcomes.value;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tandem.sync.http.CallLimits;
import tandem.sync.model.Budget;
import tandem.sync.model.IssueId;
import tandem.sync.model.Snapshot;
import tandem.sync.replica.Change;
import tandem.sync.replica.Cursor;
import tandem.sync.replica.Observation;
import tandem.sync.replica.Outcome;
import tandem.sync.replica.Page;
import tandem.sync.replica.RemoteFailure;
import tandem.sync.replica.RemoteFailure.RateScope;

class JiraReplicaTest {
  private static final Instant NOW = Instant.parse("2026-11-20T08:15:00Z");
  private static final Instant UPDATED = Instant.parse("2026-11-20T07:42:34.123Z");
  private static final IssueId ISSUE = new IssueId("10001");
  private static final Budget FEATURES = new Budget("features");
  private static final Budget HEALTH = new Budget("system-health");

  private final MockWebServer server = new MockWebServer();

  @BeforeEach
  void start() throws IOException {
    server.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aReadAsksForNothingButWhatAnObservationNeeds() throws InterruptedException {
    server.enqueue(json(200, issue("\"budget:features\", \"backend\"")));

    assertThat(replica().read(ISSUE)).isEqualTo(done(present(FEATURES)));
    RecordedRequest request = server.takeRequest();
    assertThat(request.getUrl().encodedPath()).isEqualTo("/rest/api/3/issue/10001");
    assertThat(request.getUrl().queryParameter("fields")).isEqualTo("labels,updated,project");
    assertThat(request.getHeaders().get("Authorization"))
        .isEqualTo("JWT GET " + request.getUrl().uri());
  }

  @Test
  void anIssueOfAProjectWithoutLabelsHasNone() {
    server.enqueue(
        json(
            200,
            """
            {"id": "10001", "key": "SHOP-12", "fields":
             {"labels": null, "updated": "2026-11-20T07:42:34.123+0000", "project": {"id": "10000"}}}
            """));

    assertThat(replica().read(ISSUE)).isEqualTo(done(present()));
  }

  @Test
  void anIssueThatMovedToAnotherProjectIsGone() {
    server.enqueue(json(200, issue("").replace("\"10000\"", "\"10099\"")));

    assertThat(replica().read(ISSUE)).isEqualTo(done(new Observation.Gone(ISSUE)));
  }

  @Test
  void anIssueThatJiraDoesNotKnowIsGone() {
    server.enqueue(json(404, "{\"errorMessages\": [\"Issue does not exist\"]}"));

    assertThat(replica().read(ISSUE)).isEqualTo(done(new Observation.Gone(ISSUE)));
  }

  @Test
  void aSiteThatIsSwitchedOffDoesNotMakeItsIssuesGone() {
    server.enqueue(page(404));
    server.enqueue(page(404));

    assertThat(failure(replica().read(ISSUE))).isInstanceOf(RemoteFailure.TrackerDown.class);
  }

  @Test
  void aMaintenancePageIsNoAnswer() {
    server.enqueue(page(200));
    server.enqueue(page(200));

    assertThat(failure(replica().read(ISSUE))).isInstanceOf(RemoteFailure.TrackerDown.class);
  }

  @Test
  void anIdThatIsNoneNeverBecomesPartOfAnAddress() {
    assertThat(failure(replica().read(new IssueId("../myself"))))
        .isInstanceOf(RemoteFailure.Rejected.class);
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void withoutAuthorizationNothingIsSent() {
    RemoteFailure gone = new RemoteFailure.AccessGone("uninstalled");
    JiraReplica replica = replica((method, uri) -> new Outcome.Failed<>(gone));

    assertThat(failure(replica.read(ISSUE))).isEqualTo(gone);
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void aSwitchIsOneWriteThatTakesAndPutsAndIsMarkedAsOurs() throws InterruptedException {
    server.enqueue(json(200, issue("\"budget:system-health\", \"backend\"")));

    assertThat(replica().apply(ISSUE, retag(Set.of(HEALTH), Set.of(FEATURES))))
        .isEqualTo(done(present(HEALTH)));
    RecordedRequest request = server.takeRequest();
    assertThat(request.getMethod()).isEqualTo("PUT");
    assertThat(request.getUrl().queryParameter("returnIssue")).isEqualTo("true");
    assertThat(request.getHeaders().get("X-Atlassian-Webhook-Trace"))
        .isEqualTo(JiraReplica.WEBHOOK_TRACE);
    assertThat(request.getBody().utf8())
        .isEqualTo(
            "{\"update\":{\"labels\":[{\"remove\":\"budget:features\"},"
                + "{\"add\":\"budget:system-health\"}]}}");
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void aWriteThatIsAnsweredWithNothingIsReadBack() {
    server.enqueue(new MockResponse.Builder().code(204).build());
    server.enqueue(json(200, issue("\"budget:system-health\"")));

    assertThat(replica().apply(ISSUE, retag(Set.of(HEALTH), Set.of())))
        .isEqualTo(done(present(HEALTH)));
  }

  @Test
  void aWriteThatCannotBeReadBackMayStandAndHasToBeReadBeforeAnother() {
    server.enqueue(new MockResponse.Builder().code(204).build());
    server.enqueue(page(503));
    server.enqueue(page(503));

    assertThat(failure(replica().apply(ISSUE, retag(Set.of(HEALTH), Set.of()))))
        .isInstanceOf(RemoteFailure.Unknown.class);
  }

  @Test
  void aBudgetThatTheMappingDoesNotKnowIsNotWritten() {
    assertThat(failure(replica().apply(ISSUE, retag(Set.of(new Budget("growth")), Set.of()))))
        .isInstanceOf(RemoteFailure.Rejected.class);
    assertThat(server.getRequestCount()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "400, Rejected, Rejected",
    "401, AccessGone, AccessGone",
    "403, AccessGone, Rejected",
    "409, Unknown, Unknown",
    "413, Rejected, Rejected",
    "500, TrackerDown, Unknown",
    "502, TrackerDown, Unknown",
    "503, TrackerDown, Unknown"
  })
  void aStatusMeansOneThingForAReadAndMaybeAnotherForAWrite(int status, String read, String write) {
    server.enqueue(json(status, "{}"));
    if (read.equals("TrackerDown")) {
      server.enqueue(json(status, "{}"));
    }
    server.enqueue(json(status, "{}"));

    assertThat(kind(replica().read(ISSUE))).isEqualTo(read);
    assertThat(kind(replica().apply(ISSUE, retag(Set.of(HEALTH), Set.of())))).isEqualTo(write);
  }

  @ParameterizedTest
  @CsvSource({
    "jira-quota-global-based, EVERYTHING",
    "jira-quota-tenant-based, TENANT",
    "jira-burst-based, ENDPOINT",
    "jira-per-issue-on-write, ISSUE",
    "something-new, TENANT"
  })
  void aRateLimitStopsTheSmallestThingThatItNames(String reason, RateScope scope) {
    server.enqueue(limited(Map.of("RateLimit-Reason", reason, "Retry-After", "7")));

    assertThat(limit(replica().read(ISSUE)).scope()).isEqualTo(scope);
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void aRateLimitLastsAtLeastAsLongAsItSays() {
    server.enqueue(limited(Map.of("RateLimit-Reason", "jira-burst-based", "Retry-After", "7")));
    server.enqueue(
        limited(
            Map.of(
                "RateLimit-Reason", "jira-quota-tenant-based",
                "Retry-After", "7",
                "X-RateLimit-Reset", "2026-11-20T09:00Z")));

    assertThat(limit(replica().read(ISSUE)).until()).isEqualTo(NOW.plusSeconds(7));
    assertThat(limit(replica().read(ISSUE)).until())
        .isEqualTo(Instant.parse("2026-11-20T09:00:00Z"));
  }

  @ParameterizedTest
  @CsvSource({
    "jira-quota-global-based, 2026-11-20T09:00:00Z",
    "jira-per-issue-on-write, 2026-11-20T08:15:02Z"
  })
  void aRateLimitWithoutATimeLastsAsLongAsItsKindDoes(String reason, Instant until) {
    server.enqueue(limited(Map.of("RateLimit-Reason", reason)));

    assertThat(limit(replica().read(ISSUE)).until()).isEqualTo(until);
  }

  @ParameterizedTest
  @ValueSource(strings = {"999999999", "9999999999999999999", "-1", "soon"})
  void aNonsenseWaitStopsUsForHoursAtMost(String retryAfter) {
    server.enqueue(limited(Map.of("Retry-After", retryAfter)));

    assertThat(limit(replica().read(ISSUE)).until()).isBetween(NOW, NOW.plus(Duration.ofHours(2)));
  }

  @Test
  void aListingAsksForAWindowThatIsAMinuteTooLargeInNobodysTimeZone() throws InterruptedException {
    server.enqueue(json(200, "{\"issues\": []}"));

    replica().changedSince(NOW.minusSeconds(90), Cursor.START);
    RecordedRequest request = server.takeRequest();
    assertThat(request.getUrl().encodedPath()).isEqualTo("/rest/api/3/search/jql");
    assertThat(request.getBody().utf8())
        .contains("\"project = 10000 AND updated >= \\\"-3m\\\" ORDER BY updated ASC, id ASC\"")
        .contains("\"fields\":[\"labels\",\"updated\",\"project\"]");
  }

  @Test
  void aListingFromTheBeginningAsksForTheWholeProject() throws InterruptedException {
    server.enqueue(json(200, "{\"issues\": []}"));

    replica().changedSince(Instant.EPOCH, Cursor.START);
    assertThat(server.takeRequest().getBody().utf8())
        .contains("\"project = 10000 ORDER BY updated ASC, id ASC\"");
  }

  @Test
  void aListingGoesOnWithTheVeryQueryThatItsTokenCameFrom() throws InterruptedException {
    server.enqueue(
        json(200, "{\"issues\": [%s], \"nextPageToken\": \"a:b\"}".formatted(issue(""))));
    server.enqueue(json(200, "{\"issues\": [], \"nextPageToken\": null}"));

    Page<?> first = value(replica().changedSince(NOW.minusSeconds(90), Cursor.START));
    Page<?> second = value(replica().changedSince(NOW, first.next().orElseThrow()));
    assertThat(first.items()).hasSize(1);
    assertThat(second.next()).isEmpty();
    server.takeRequest();
    assertThat(server.takeRequest().getBody().utf8())
        .contains("-3m")
        .contains("\"nextPageToken\":\"a:b\"");
  }

  @Test
  void oneUnreadableIssueDoesNotHideTheOthers() {
    server.enqueue(
        json(200, "{\"issues\": [{\"id\": 7}, %s]}".formatted(issue("\"budget:features\""))));

    assertThat(value(replica().changedSince(NOW, Cursor.START)).items())
        .extracting(listed -> listed.issue().snapshot())
        .containsExactly(new Snapshot(budgets(Set.of(FEATURES)), UPDATED));
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", ":", "-3:x", "9999999999999999999:x"})
  void aCursorOfSomebodyElseIsRefused(String cursor) {
    assertThat(failure(replica().changedSince(NOW, new Cursor(cursor))))
        .isInstanceOf(RemoteFailure.Rejected.class);
  }

  private JiraReplica replica() {
    return replica((method, uri) -> new Outcome.Done<>("JWT " + method + " " + uri));
  }

  private JiraReplica replica(JiraAuthorization authorization) {
    TreeMap<Budget, String> labels = new TreeMap<>();
    labels.put(FEATURES, "budget:features");
    labels.put(HEALTH, "budget:system-health");
    return new JiraReplica(
        new JiraProject(server.url("/").uri(), "10000", labels),
        authorization,
        new JiraHttp(InstantSource.fixed(NOW), CallLimits.DEFAULT));
  }

  private static String issue(String labels) {
    return """
    {"id": "10001", "key": "SHOP-12", "fields": {"labels": [%s],
     "updated": "2026-11-20T07:42:34.123+0000", "project": {"id": "10000"}}}
    """
        .formatted(labels);
  }

  private static Observation present(Budget... budgets) {
    return new Observation.Present(
        ISSUE, "SHOP-12", new Snapshot(budgets(Set.of(budgets)), UPDATED));
  }

  private static Change retag(Set<Budget> add, Set<Budget> remove) {
    return new Change.Retag(budgets(add), budgets(remove));
  }

  private static SortedSet<Budget> budgets(Set<Budget> budgets) {
    return new TreeSet<>(budgets);
  }

  private static MockResponse json(int status, String body) {
    return new MockResponse.Builder()
        .code(status)
        .addHeader("Content-Type", "application/json")
        .body(body)
        .build();
  }

  private static MockResponse page(int status) {
    return new MockResponse.Builder().code(status).body("<html>sorry</html>").build();
  }

  private static MockResponse limited(Map<String, String> headers) {
    MockResponse.Builder response = new MockResponse.Builder().code(429).body("{}");
    headers.forEach(response::addHeader);
    return response.build();
  }

  private static <T> Outcome<T> done(T value) {
    return new Outcome.Done<>(value);
  }

  private static String kind(Outcome<?> outcome) {
    return failure(outcome).getClass().getSimpleName();
  }

  private static RemoteFailure.RateLimited limit(Outcome<?> outcome) {
    return (RemoteFailure.RateLimited) failure(outcome);
  }
}
