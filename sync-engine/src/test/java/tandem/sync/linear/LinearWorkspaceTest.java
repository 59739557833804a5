package tandem.sync.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static tandem.sync.http.Outcomes.failure;
import static tandem.sync.http.Outcomes.value;
import static tandem.sync.linear.LinearDouble.FEATURES;
import static tandem.sync.linear.LinearDouble.HEALTH;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tandem.sync.model.Budget;
import tandem.sync.replica.Outcome;
import tandem.sync.replica.RemoteFailure;

class LinearWorkspaceTest {
  private static final String GROUP = label("group-1", "Budget", true, null, "team-1");
  private static final String FEATURES_LABEL =
      label("label-1", "Features", false, "group-1", "team-1");
  private static final String HEALTH_LABEL =
      label("label-2", "System health", false, "group-1", "team-1");

  private final LinearDouble linear = new LinearDouble();

  @AfterEach
  void stop() {
    linear.close();
  }

  @Test
  void theOrganizationIsTheOneOfTheGrant() {
    linear.answers(
        "{\"data\": {\"organization\": {\"id\": \"o\", \"name\": \"Shop\", \"urlKey\":"
            + " \"shop\"}}}");

    assertThat(linear.workspace().organization())
        .isEqualTo(new Outcome.Done<>(new LinearWorkspace.Organization("o", "Shop", "shop")));
  }

  @Test
  void theTeamsAreReadToTheEnd() {
    linear.answers(teams("t-1", true)).answers(teams("t-2", false));

    assertThat(value(linear.workspace().teams()))
        .extracting(LinearWorkspace.Team::id)
        .containsExactly("t-1", "t-2");
  }

  @Test
  void labelsThatAreThereAreTakenAsTheyAre() {
    linear.answers(labels(GROUP, FEATURES_LABEL, HEALTH_LABEL));

    assertThat(value(ensure())).isEqualTo(Map.of(FEATURES, "label-1", HEALTH, "label-2"));
    assertThat(linear.server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void theTeamsOwnGroupComesBeforeOneOfTheWorkspace() {
    linear.answers(
        labels(label("group-0", "Budget", true, null, null), GROUP, FEATURES_LABEL, HEALTH_LABEL));

    assertThat(value(ensure())).isEqualTo(Map.of(FEATURES, "label-1", HEALTH, "label-2"));
  }

  @Test
  void whatIsMissingIsCreatedUnderAnIdThatASecondAttemptWouldUseAgain()
      throws InterruptedException {
    for (int attempt = 0; attempt < 2; attempt++) {
      linear
          .answers(labels())
          .answers(created(GROUP))
          .answers(created(FEATURES_LABEL))
          .answers(created(HEALTH_LABEL));
      assertThat(value(ensure())).isEqualTo(Map.of(FEATURES, "label-1", HEALTH, "label-2"));
    }

    List<String> first = List.of(linear.sent(), linear.sent(), linear.sent(), linear.sent());
    List<String> second = List.of(linear.sent(), linear.sent(), linear.sent(), linear.sent());
    assertThat(second).isEqualTo(first);
    assertThat(first.get(1))
        .containsPattern("\"id\":\"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab]");
  }

  @Test
  void aCreateThatSucceededBeforeIsFound() {
    String made = DerivedId.of("budget-label", "group-1", "System health");
    linear
        .answers(labels(GROUP, FEATURES_LABEL))
        .refuses(200, "INPUT_ERROR", "conflict on insert of IssueLabel")
        .answers(labels(GROUP, FEATURES_LABEL, HEALTH_LABEL.replace("label-2", made)));

    assertThat(value(ensure())).isEqualTo(Map.of(FEATURES, "label-1", HEALTH, made));
  }

  @Test
  @Tag("G06")
  void aLabelWhoseIdIsTakenByADeletedOneIsCreatedUnderTheNext() throws InterruptedException {
    linear
        .answers(labels(GROUP, FEATURES_LABEL))
        .refuses(200, "INPUT_ERROR", "conflict on insert of IssueLabel")
        .answers(labels(GROUP, FEATURES_LABEL))
        .answers(created(HEALTH_LABEL));

    assertThat(value(ensure())).isEqualTo(Map.of(FEATURES, "label-1", HEALTH, "label-2"));
    linear.sent();
    String first = linear.sent();
    linear.sent();
    assertThat(first).contains(DerivedId.of("budget-label", "group-1", "System health"));
    assertThat(linear.sent())
        .contains(DerivedId.of("budget-label", "group-1", "System health", "2"));
  }

  @Test
  @Tag("G07")
  void aNameThatIsTakenIsSaidWithWhatToDo() {
    linear
        .answers(labels(GROUP, FEATURES_LABEL))
        .refuses(200, "INPUT_ERROR", "duplicate label name");

    assertThat(failure(ensure()))
        .isInstanceOfSatisfying(
            RemoteFailure.Rejected.class,
            rejected -> assertThat(rejected.why()).contains("System health", "rename"));
  }

  private Outcome<SortedMap<Budget, String>> ensure() {
    SortedMap<Budget, String> names = new TreeMap<>();
    names.put(FEATURES, "features");
    names.put(HEALTH, "System health");
    return linear.workspace().ensureBudgetLabels("team-1", "budget", names);
  }

  private static String teams(String id, boolean more) {
    return """
    {"data": {"teams": {"nodes": [{"id": "%s", "key": "K", "name": "N"}],
      "pageInfo": {"hasNextPage": %s, "endCursor": "c"}}}}
    """
        .formatted(id, more);
  }

  private static String labels(String... labels) {
    return """
    {"data": {"issueLabels": {"nodes": [%s],
      "pageInfo": {"hasNextPage": false, "endCursor": null}}}}
    """
        .formatted(String.join(",", labels));
  }

  private static String created(String label) {
    return "{\"data\": {\"issueLabelCreate\": {\"success\": true, \"issueLabel\": %s}}}"
        .formatted(label);
  }

  private static String label(String id, String name, boolean group, String parent, String team) {
    return """
    {"__typename": "IssueLabel", "id": "%s", "name": "%s", "isGroup": %s,
     "parent": %s, "team": %s}
    """
        .formatted(id, name, group, reference(parent), reference(team));
  }

  private static String reference(String id) {
    return id == null ? "null" : "{\"id\": \"" + id + "\"}";
  }
}
