package tandem.app.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tandem.app.fixture.AppUnderTest;
import tandem.app.fixture.Http;
import tandem.app.fixture.TwinWorld;
import tandem.sandbox.jira.state.Issue;
import tandem.sandbox.stage.Ports;

/** What an operator's Prometheus reads. */
class MetricsTest {
  @Test
  void linksTurnsAndCallsAreCountedAtAnAddressOfTheirOwn() {
    int port = Ports.free();
    try (TwinWorld world = new TwinWorld((at, given) -> withMetrics(at, given, port))) {
      Issue issue = world.jira.hand().issue("SHOP", "Pay by invoice", "budget:features");
      world.twinOf(issue);
      world.setUp();
      await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(() ->
              assertThat(metrics(port))
                  .contains("tandem_links 1.0")
                  .contains("tandem_links_waiting 0.0")
                  .contains("tandem_remote_calls_total{kind=\"write\"} 1.0")
                  .containsPattern("tandem_links_worked_total\\{outcome=\"settled\"} 1\\.0"));
      assertThat(metrics(port))
          .contains("jvm_memory_used_bytes", "hikaricp_connections", "http_server_requests_seconds")
          .doesNotContain("installation");
      assertThat(Http.call("GET", world.at("/metrics"), "", null).statusCode())
          .as("not where everybody may look")
          .isNotEqualTo(200);
    }
  }

  private static AutoCloseable withMetrics(int at, Map<String, String> given, int port) {
    Map<String, String> environment = new HashMap<>(given);
    environment.put("TANDEM_METRICS_ADDRESS", "127.0.0.1:" + port);
    return AppUnderTest.start(at, environment);
  }

  private static String metrics(int port) {
    return Http.call("GET", URI.create("http://127.0.0.1:" + port + "/metrics"), "", null).body();
  }
}
