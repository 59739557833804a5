package tandem.sync.jira;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.atlassian.oai.validator.model.SimpleRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tandem.sync.model.Budget;
import tandem.sync.model.IssueId;
import tandem.sync.replica.Change;
import tandem.sync.replica.Cursor;
import tandem.sync.replica.Outcome;
import tandem.sync.replica.TwinDraft;

/** Every request that the replica can send, judged by Atlassian's description. */
class JiraDescriptionTest {
  private static final Budget FEATURES = new Budget("features");
  private static final Budget HEALTH = new Budget("system-health");
  private static final IssueId ISSUE = new IssueId("10001");
  private static final Instant NOW = Instant.parse("2026-11-20T08:15:00Z");

  private static JiraDescription description;

  @BeforeAll
  static void load() throws IOException {
    if (!Files.exists(JiraDescription.FILE)) {
      System.err.println(
          "SKIPPED: Jira's OpenAPI description is not at " + JiraDescription.FILE.normalize());
    }
    assumeThat(JiraDescription.FILE).exists();
    description = JiraDescription.load();
  }

  @Test
  void everyRequestOfTheReplicaIsAsDescribed() throws Exception {
    List<String> violations = new ArrayList<>();
    int requests;
    try (MockWebServer server = new MockWebServer()) {
      server.start();
      requests = callEverything(server);
      for (int i = 0; i < requests; i++) {
        violations.addAll(description.violations(server.takeRequest()));
      }
    }
    System.out.printf("jira openapi: %d requests, %d violations%n", requests, violations.size());
    assertThat(requests).isEqualTo(13);
    assertThat(violations).isEmpty();
  }

  @Test
  void theDescriptionRefusesAnUpdateThatIsNone() {
    assertThat(
            description.violations(
                SimpleRequest.Builder.put("/rest/api/3/issue/10001")
                    .withHeader("Authorization", "JWT x")
                    .withContentType("application/json")
                    .withBody("{\"update\": {\"labels\": {\"add\": \"x\"}}}")
                    .build()))
        .isNotEmpty();
  }

  /** In the order of the calls; {@code {}} is refused. */
  private static final List<String> ANSWERS =
      List.of(
          "{}",
          "{}",
          "{\"issues\": [], \"nextPageToken\": \"t\"}",
          "{}",
          "{\"count\": 3}",
          "{\"issues\": []}",
          "[]",
          "{}",
          "{\"issues\": []}",
          "{\"issueTypes\": [{\"id\": \"10001\", \"name\": \"Task\"}]}",
          "{\"id\": \"10007\"}",
          "{\"id\": 1}",
          "{}");

  private static int callEverything(MockWebServer server) {
    for (String body : ANSWERS) {
      server.enqueue(
          new MockResponse.Builder().code(body.equals("{}") ? 400 : 200).body(body).build());
    }
    JiraReplica replica = replica(server);
    replica.read(ISSUE);
    replica.apply(
        ISSUE, new Change.Retag(new TreeSet<>(Set.of(HEALTH)), new TreeSet<>(Set.of(FEATURES))));
    replica
        .changedSince(NOW.minusSeconds(3_600), Cursor.START)
        .then(page -> replica.changedSince(NOW, page.next().orElseThrow()));
    replica.count();
    replica.readAll(List.of("10001", "SHOP-2"));
    replica.pointers(ISSUE);
    replica.draft(ISSUE);
    URI address = URI.create("https://linear.app/shop/issue/CHK-7");
    replica.create(new TwinDraft(new IssueId("0c6ff0b4"), "Pay later", address), true);
    return server.getRequestCount();
  }

  private static JiraReplica replica(MockWebServer server) {
    TreeMap<Budget, String> labels = new TreeMap<>();
    labels.put(FEATURES, "budget:features");
    labels.put(HEALTH, "budget:system-health");
    return new JiraReplica(
        new JiraProject(server.url("/").uri(), "10000", labels),
        (method, uri) -> new Outcome.Done<>("JWT x"),
        new JiraHttp(InstantSource.fixed(NOW)));
  }
}
