package tandem.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whatever the descriptor declares must be there, and must refuse whoever is not Jira. */
@ExtendWith(OneHouse.class)
class DescriptorAnswersTest {
  /** What Jira would send; the framework looks at the body before the token. */
  private static final String EVENT =
      """
      {"key": "tandem", "clientKey": "nobody", "sharedSecret": "0123456789abcdef0123456789abcdef",
       "baseUrl": "http://localhost:8090", "productType": "jira", "eventType": "%s"}\
      """;

  private final HttpClient http = HttpClient.newHttpClient();
  private URI app;
  private JsonNode descriptor;

  @BeforeEach
  void fetchesTheDescriptor(RunningHouse house) throws Exception {
    app = house.app();
    descriptor = new ObjectMapper().readTree(get("/atlassian-connect.json").body());
  }

  @Test
  void itNamesTheAddressAtWhichItIsServed() {
    assertThat(descriptor.get("baseUrl").asText()).isEqualTo(app.toString());
  }

  @Test
  void itsLifecycleRefusesACallWithoutAToken() throws Exception {
    for (var event : descriptor.get("lifecycle").properties()) {
      String path = event.getValue().asText();
      assertThat(post(path, EVENT.formatted(event.getKey()))).as(path).isEqualTo(401);
    }
  }

  @Test
  void itsWebhooksRefuseACallWithoutAToken() throws Exception {
    for (JsonNode webhook : descriptor.at("/modules/webhooks")) {
      String path = webhook.get("url").asText();
      assertThat(post(path, "{}")).as(path).isEqualTo(401);
    }
  }

  @Test
  void itsPanelsRefuseAVisitWithoutATokenAndItsIconsAreThere() throws Exception {
    for (JsonNode panel : descriptor.at("/modules/jiraIssueContents")) {
      String url = panel.at("/target/url").asText().replace("{issue.key}", "SHOP-1");
      assertThat(get(url).statusCode()).as(url).isEqualTo(401);
      String icon = panel.at("/icon/url").asText();
      assertThat(get(icon).headers().firstValue("content-type")).as(icon).contains("image/svg+xml");
    }
  }

  @Test
  void itsAdminPageRefusesAVisitWithoutAToken() throws Exception {
    for (JsonNode page : descriptor.at("/modules/adminPages")) {
      assertThat(get(page.path("url").asText()).statusCode()).isEqualTo(401);
    }
    assertThat(descriptor.at("/modules/adminPages")).hasSize(1);
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return http.send(HttpRequest.newBuilder(app.resolve(path)).build(), BodyHandlers.ofString());
  }

  private int post(String path, String body) throws IOException, InterruptedException {
    HttpRequest call =
        HttpRequest.newBuilder(app.resolve(path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build();
    return http.send(call, BodyHandlers.discarding()).statusCode();
  }
}
