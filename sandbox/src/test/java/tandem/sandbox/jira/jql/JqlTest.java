package tandem.sandbox.jira.jql;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tandem.sandbox.http.Json;
import tandem.sandbox.jira.desk.IssueDesk;
import tandem.sandbox.jira.desk.Newsroom;
import tandem.sandbox.jira.state.Cause;
import tandem.sandbox.jira.state.InstalledApp;
import tandem.sandbox.jira.state.Issue;
import tandem.sandbox.jira.state.Person;
import tandem.sandbox.jira.state.Project;
import tandem.sandbox.jira.state.Role;
import tandem.sandbox.jira.state.SiteState;
import tandem.sandbox.jira.state.SiteStore;

class JqlTest {
  private static final Person ANN = new Person("ann", "Ann", Role.ADMIN, false);
  private static final Project SHOP = new Project("10000", "SHOP", "Checkout team", "ann");
  private final SiteStore store = new SiteStore(SiteState.empty());
  private Instant now = Instant.parse("2026-11-20T07:00:00Z");
  private final InstantSource clock = () -> now;
  private final IssueDesk desk = new IssueDesk(store, clock, new Newsroom());
  private final Jql jql = new Jql(store, clock);

  @BeforeEach
  void fourIssues() {
    store.put(ANN);
    store.put(SHOP);
    issue("Pay by card", "budget:features", "web");
    issue("Replace the tax table", "budget:system-health");
    issue("Show the basket");
    issue("Say \"thanks\"", "web");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "project = SHOP; SHOP-4 SHOP-3 SHOP-2 SHOP-1",
        "project = 'Checkout team' AND labels = web; SHOP-4 SHOP-1",
        "labels in ('budget:features', budget:system-health) order by key; SHOP-1 SHOP-2",
        "labels = 'budget:features' OR labels is EMPTY order by id desc; SHOP-3 SHOP-1",
        "labels != web; SHOP-2",
        "labels not in (web); SHOP-2",
        "not labels = web; SHOP-3 SHOP-2",
        "labels is not empty AND labels != web; SHOP-2",
        "key in (SHOP-2, shop-3); SHOP-3 SHOP-2",
        "id = 10000; SHOP-1",
        "summary ~ 'basket'; SHOP-3",
        "summary ~ \"\\\"thanks\\\"\"; SHOP-4",
        "issuetype = Task AND status = 'To Do' AND key = SHOP-1; SHOP-1",
        "updated >= '2026-11-20 07:02'; SHOP-4 SHOP-3",
        "updated >= -1m ORDER BY updated ASC; SHOP-4",
        "updated > 1795158060000 and updated < '2026/11/20 07:03'; SHOP-3",
        "(labels = web OR labels = 'budget:system-health') AND key != SHOP-4; SHOP-2 SHOP-1",
        "issue.property[tandem.summary].budget = 'features'; SHOP-1",
        "issue.property[tandem.summary].open >= 3; SHOP-1",
      })
  void aQueryFindsItsIssuesInItsOrder(String query, String keys) {
    store.put(withSummary(store.issue("SHOP-1").orElseThrow()));
    assertThat(jql.search(query, ANN).stream().map(Issue::key))
        .containsExactly(keys.trim().split(" "));
  }

  /** Times of day are cut off: an alias of the type date is a day. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "reviewOn < now(); SHOP-1",
        "reviewOn = 2026-11-19; SHOP-1",
        "reviewOn >= -1w; SHOP-2 SHOP-1",
        "reviewOn is EMPTY; SHOP-4 SHOP-3",
        "reviewOn is not EMPTY and reviewOn > '2026/11/20'; SHOP-2",
      })
  void anAliasOfTheTypeDateIsComparedAsADate(String query, String keys) {
    var descriptor =
        Json.parse(
            """
            {"modules": {"jiraEntityProperties": [{"keyConfigurations": [
              {"propertyKey": "a.b", "extractions": [
                {"objectName": "on", "type": "date", "alias": "reviewOn"}]}]}]}}
            """
                .getBytes(UTF_8));
    store.put(
        new InstalledApp(
            "app", new InstalledApp.Credentials("c", "s", "a"), descriptor, new TreeMap<>()));
    store.put(reviewed("SHOP-1", "2026-11-19T20:00:00Z"));
    store.put(reviewed("SHOP-2", "2026-12-24"));
    store.put(reviewed("SHOP-3", "soon"));
    assertThat(jql.search(query, ANN).stream().map(Issue::key))
        .containsExactly(keys.trim().split(" "));
  }

  private Issue reviewed(String key, String on) {
    Issue issue = store.issue(key).orElseThrow();
    var properties = new TreeMap<>(issue.annex().properties());
    properties.put("a.b", Json.object().put("on", on));
    return issue.with(issue.annex().withProperties(properties));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "order by key",
        "project = NOPE",
        "key = SHOP-99",
        "colour = red",
        "labels = ",
        "labels = a b",
        "labels = 'a",
        "labels = a/b",
        "labels in (a",
        "updated > yesterday",
        "project = SHOP order by a, b, c, d, e, f, g, h",
        "labels is red",
        "assignee = nobody()",
      })
  void whatJiraRefusesIsRefused(String query) {
    assertThatThrownBy(() -> jql.search(query, ANN)).isInstanceOf(JqlError.class);
  }

  @Test
  void anEmptyQueryMatchesEveryIssueInAWebhooksFilter() {
    assertThat(jql.matches("", store.issue("SHOP-1").orElseThrow(), ANN)).isTrue();
    assertThat(jql.matches("labels = web", store.issue("SHOP-2").orElseThrow(), ANN)).isFalse();
  }

  private void issue(String summary, String... labels) {
    var fields =
        new TreeMap<>(
            Map.of("summary", TextNode.valueOf(summary), "issuetype", TextNode.valueOf("10005")));
    var all = new TreeMap<String, com.fasterxml.jackson.databind.JsonNode>(fields);
    if (labels.length > 0) {
      all.put("labels", Json.tree(List.of(labels)));
    }
    desk.create(SHOP, all, Cause.of(ANN));
    now = now.plusSeconds(60);
  }

  private static Issue withSummary(Issue issue) {
    var properties = new TreeMap<>(issue.annex().properties());
    properties.put("tandem.summary", Json.object().put("budget", "features").put("open", 12));
    return issue.with(issue.annex().withProperties(properties));
  }
}
