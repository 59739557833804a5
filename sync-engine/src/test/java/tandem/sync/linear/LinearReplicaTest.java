package tandem.sync.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static tandem.sync.http.Outcomes.failure;
import static tandem.sync.http.Outcomes.value;
import static tandem.sync.linear.LinearDouble.FEATURES;
import static tandem.sync.linear.LinearDouble.HEALTH;
import static tandem.sync.linear.LinearDouble.NOW;
import static tandem.sync.linear.LinearDouble.issue;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tandem.sync.model.Budget;
import tandem.sync.model.DecisionLog;
import tandem.sync.model.IssueId;
import tandem.sync.model.Snapshot;
import tandem.sync.replica.Change;
import tandem.sync.replica.Cursor;
import tandem.sync.replica.Listed;
import tandem.sync.replica.Observation;
import tandem.sync.replica.Outcome;
import tandem.sync.replica.Page;
import tandem.sync.replica.RemoteFailure;
import tandem.sync.replica.RemoteFailure.RateScope;

class LinearReplicaTest {
  private static final IssueId ISSUE = new IssueId("issue-1");
  private static final Observation GONE = new Observation.Gone(ISSUE);
  private static final String NOT_EXCLUSIVE = "labelIds not exclusive child labels";

  private final LinearDouble linear = new LinearDouble();

  @AfterEach
  void stop() {
    linear.close();
  }

  @Test
  void aReadGivesTheBudgetsAmongTheLabels() {
    linear.answers(read(issue("\"label-features\", \"label-other\"")));

    assertThat(linear.replica().read(ISSUE)).isEqualTo(done(present(FEATURES)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"archivedAt\": null | \"archivedAt\": \"2026-11-20T08:00:00.000Z\"",
        "\"trashed\": null    | \"trashed\": true",
        "\"id\": \"team-1\"   | \"id\": \"team-2\""
      })
  void anIssueThatIsArchivedInTheBinOrInAnotherTeamIsGone(String from, String to) {
    linear.answers(read(issue("").replace(from, to)));

    assertThat(linear.replica().read(ISSUE)).isEqualTo(done(GONE));
  }

  @Test
  void anIssueThatLinearDoesNotKnowIsGone() {
    linear.refuses(200, "INPUT_ERROR", "Entity not found: Issue");

    assertThat(linear.replica().read(ISSUE)).isEqualTo(done(GONE));
  }

  @Test
  void aSwitchIsOneWriteThatTouchesNoOtherLabel() throws InterruptedException {
    linear.answers(updated(issue("\"label-health\", \"label-other\"")));

    assertThat(linear.replica().apply(ISSUE, retag(Set.of(HEALTH), Set.of(FEATURES))))
        .isEqualTo(done(present(HEALTH)));
    assertThat(linear.server.getRequestCount()).isEqualTo(1);
    assertThat(linear.sent())
        .contains(
            "\"variables\":{\"id\":\"issue-1\",\"add\":[\"label-health\"],"
                + "\"remove\":[\"label-features\"]}");
  }

  @Test
  void aSwitchThatIsNotExclusiveIsMadeInTwoSteps() throws InterruptedException {
    linear.refuses(200, "INPUT_ERROR", NOT_EXCLUSIVE);
    linear.answers(updated(issue("")));
    linear.answers(updated(issue("\"label-health\"")));

    assertThat(linear.replica().apply(ISSUE, retag(Set.of(HEALTH), Set.of(FEATURES))))
        .isEqualTo(done(present(HEALTH)));
    linear.sent();
    assertThat(linear.sent()).contains("\"add\":[],\"remove\":[\"label-features\"]");
    assertThat(linear.sent()).contains("\"add\":[\"label-health\"],\"remove\":[]");
  }

  @Test
  void aSwitchThatStopsHalfwayHasToBeReadBeforeAnotherWrite() {
    linear.refuses(200, "INPUT_ERROR", NOT_EXCLUSIVE);
    linear.answers(updated(issue("")));
    linear.refuses(400, "RATELIMITED", "Rate limit exceeded");

    assertThat(failure(linear.replica().apply(ISSUE, retag(Set.of(HEALTH), Set.of(FEATURES)))))
        .isInstanceOf(RemoteFailure.Unknown.class);
  }

  @Test
  void aLabelThatSomebodyPutMeanwhileIsReadAndNotPushedOut() {
    linear.refuses(200, "INPUT_ERROR", NOT_EXCLUSIVE);

    assertThat(failure(linear.replica().apply(ISSUE, retag(Set.of(HEALTH), Set.of()))))
        .isInstanceOf(RemoteFailure.Unknown.class);
    assertThat(linear.server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void aWriteToAnIssueThatIsGoneSaysSo() {
    linear.refuses(200, "INPUT_ERROR", "Entity not found");
    linear.refuses(200, "INPUT_ERROR", "Entity not found");

    assertThat(linear.replica().apply(ISSUE, retag(Set.of(HEALTH), Set.of())))
        .isEqualTo(done(GONE));
  }

  @Test
  void aLabelThatIsGoneDoesNotMakeTheIssueGone() {
    linear.refuses(200, "INPUT_ERROR", "Entity not found");
    linear.answers(read(issue("")));

    assertThat(failure(linear.replica().apply(ISSUE, retag(Set.of(HEALTH), Set.of()))))
        .isInstanceOfSatisfying(
            RemoteFailure.Rejected.class,
            rejected -> assertThat(rejected.why()).contains("label", "mapping"));
  }

  @Test
  void aBudgetThatTheMappingDoesNotKnowIsNotWritten() {
    assertThat(
            failure(linear.replica().apply(ISSUE, retag(Set.of(new Budget("growth")), Set.of()))))
        .isInstanceOf(RemoteFailure.Rejected.class);
    assertThat(linear.server.getRequestCount()).isZero();
  }

  @Test
  void aRefusedGrantIsRefreshedOnce() {
    linear.refuses(401, "AUTHENTICATION_ERROR", "Authentication required");
    linear.answers(read(issue("")));

    assertThat(linear.replica().read(ISSUE)).isEqualTo(done(present()));
    assertThat(linear.refused).containsExactly("Bearer first");
  }

  @Test
  void aGrantThatIsRefusedTwiceIsGone() {
    linear.refuses(401, "AUTHENTICATION_ERROR", "Authentication required");
    linear.answers(401, "no json at all", Map.of());

    assertThat(failure(linear.replica().read(ISSUE))).isInstanceOf(RemoteFailure.AccessGone.class);
    assertThat(linear.server.getRequestCount()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "200, INPUT_ERROR, Rejected, Rejected",
    "400, GRAPHQL_VALIDATION_FAILED, Rejected, Rejected",
    "200, FORBIDDEN, AccessGone, Rejected",
    "200, INTERNAL_SERVER_ERROR, TrackerDown, Unknown",
    "500, INTERNAL_SERVER_ERROR, TrackerDown, Unknown"
  })
  void anErrorMeansOneThingForAReadAndMaybeAnotherForAWrite(
      int status, String code, String read, String write) {
    int attempts = read.equals("TrackerDown") ? 3 : 2;
    for (int i = 0; i < attempts; i++) {
      linear.refuses(status, code, "Argument Validation Error");
    }

    assertThat(kind(linear.replica().read(ISSUE))).isEqualTo(read);
    assertThat(kind(linear.replica().apply(ISSUE, retag(Set.of(HEALTH), Set.of()))))
        .isEqualTo(write);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "null", "[]", "{", "{}", "{\"data\": {\"issue\": {\"id\": 7}}}", "<html>"})
  void anAnswerThatIsNoneIsTheTrackersTrouble(String body) {
    linear.answers(body).answers(body);

    assertThat(failure(linear.replica().read(ISSUE))).isInstanceOf(RemoteFailure.TrackerDown.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 400, 429})
  void aRateLimitIsRecognisedWhateverItsStatus(int status) {
    linear.answers(
        status,
        LinearDouble.error("RATELIMITED", "Rate limit exceeded"),
        Map.of(
            "X-RateLimit-Requests-Remaining",
            "0",
            "X-RateLimit-Requests-Reset",
            "" + NOW.plusSeconds(600).toEpochMilli(),
            "X-RateLimit-Complexity-Remaining",
            "12",
            "X-RateLimit-Complexity-Reset",
            "" + NOW.plusSeconds(900).toEpochMilli()));

    RemoteFailure.RateLimited limit = limit(linear.replica().read(ISSUE));
    assertThat(limit.scope()).isEqualTo(RateScope.TENANT);
    assertThat(limit.until()).isEqualTo(NOW.plusSeconds(600));
    assertThat(linear.server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void aLimitOfOneEndpointStopsThatEndpointOnly() {
    linear.answers(
        400,
        LinearDouble.error("RATELIMITED", "Rate limit exceeded"),
        Map.of(
            "X-RateLimit-Requests-Remaining", "4000",
            "X-RateLimit-Endpoint-Requests-Remaining", "0",
            "X-RateLimit-Endpoint-Requests-Reset", "" + NOW.plusSeconds(30).toEpochMilli()));

    RemoteFailure.RateLimited limit = limit(linear.replica().read(ISSUE));
    assertThat(limit.scope()).isEqualTo(RateScope.ENDPOINT);
    assertThat(limit.until()).isEqualTo(NOW.plusSeconds(30));
  }

  @ParameterizedTest
  @CsvSource({"5, 2026-11-20T08:15:05Z", "0, 2026-11-20T08:15:01Z", "x, 2026-11-20T08:16:00Z"})
  void aRateLimitWithoutAnEmptyBucketLastsAsLongAsRetryAfterSays(String value, Instant until) {
    linear.answers(429, "slow down", Map.of("Retry-After", value));

    assertThat(limit(linear.replica().read(ISSUE)).until()).isEqualTo(until);
  }

  @Test
  void aListingGivesTheTwinOfLinearsOwnSyncAndNoAttachmentBesideIt() throws InterruptedException {
    linear.answers(
        """
        {"data": {"issues": {"nodes": [%s, %s],
          "pageInfo": {"hasNextPage": true, "endCursor": "c-1"}}}}
        """
            .formatted(
                node(issue("\"label-features\""), "https://shop.example/browse/SHOP-12", "SHOP-13"),
                node(issue("").replace("team-1", "team-2"), "https://x.example", "X-1")));

    Page<Listed> page =
        value(linear.replica().changedSince(NOW.minusSeconds(60).plusNanos(1), Cursor.START));
    assertThat(page.items())
        .containsExactly(
            new Listed(
                ((Observation.Present) present(FEATURES)).with(DecisionLog.EMPTY),
                Set.of("SHOP-13"),
                true));
    assertThat(page.next()).contains(new Cursor("c-1"));
    assertThat(linear.sent())
        .contains("{\"team\":\"team-1\",\"since\":\"2026-11-20T08:14:00Z\",\"after\":null}");
  }

  @Test
  void theLastPageHasNoNext() throws InterruptedException {
    linear.answers(
        """
        {"data": {"issues": {"nodes": [], "pageInfo": {"hasNextPage": false, "endCursor": "c-2"}}}}
        """);

    assertThat(value(linear.replica().changedSince(NOW, new Cursor("c-1"))).next()).isEmpty();
    assertThat(linear.sent()).contains("\"after\":\"c-1\"");
  }

  private static String read(String issue) {
    return "{\"data\": {\"issue\": %s}}".formatted(issue);
  }

  private static String updated(String issue) {
    return "{\"data\": {\"issueUpdate\": {\"success\": true, \"issue\": %s}}}".formatted(issue);
  }

  private static String node(String issue, String url, String jiraKey) {
    return issue.strip().substring(0, issue.strip().length() - 1)
        + """
        , "attachments": {"nodes": [{"url": "%s"}]},
        "documents": {"nodes": []}, "comments": {"nodes": []},
        "syncedWith": [{"service": "jira", "metadata":
          {"__typename": "ExternalEntityInfoJiraMetadata", "issueKey": "%s"}}]}
        """
            .formatted(url, jiraKey);
  }

  private static Observation present(Budget... budgets) {
    return new Observation.Present(
        ISSUE,
        "CHK-7",
        new Snapshot(new TreeSet<>(Set.of(budgets)), Instant.parse("2026-11-20T07:42:34.123Z")));
  }

  private static Change retag(Set<Budget> add, Set<Budget> remove) {
    return new Change.Retag(new TreeSet<>(add), new TreeSet<>(remove));
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
