package tandem.sandbox.jira;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tandem.sandbox.fault.Fault;
import tandem.sandbox.jira.limit.Limits;

/** What an app meets when it asks too much, and that people do not meet it. */
class LimitsOverHttpTest {
  private static final Limits NARROW =
      Limits.documented().points(6).writes(new Limits.Window(1, Duration.ofMinutes(10)));
  private final OpenApi openApi = OpenApi.strict();
  private final JiraSite site =
      JiraSite.start(JiraSettings.standard().limitedTo(NARROW).retrying(List.of()));
  private final TinyApp app = new TinyApp("READ", "WRITE");

  LimitsOverHttpTest() {
    site.witness(openApi::see);
    site.hand().project("SHOP", "Checkout team");
    site.hand().issue("SHOP", "Pay by card");
    site.install(app.descriptorUrl());
  }

  @AfterEach
  void everyShapeWasJiras() {
    app.close();
    site.close();
    assertThat(openApi.violations()).isEmpty();
  }

  @Test
  void readingAnIssueCostsTwoPointsAndTheHoursPointsRunOutForTheAppOnly() {
    for (int left = 4; left >= 0; left -= 2) {
      var read = app.call(site, "GET", "issue/SHOP-1", "");
      assertThat(header(read, "X-RateLimit-Remaining")).isEqualTo(String.valueOf(left));
    }
    var refused = app.call(site, "GET", "issue/SHOP-1", "");
    assertThat(refused.status()).isEqualTo(429);
    assertThat(header(refused, "RateLimit-Reason")).isEqualTo("jira-quota-global-based");
    assertThat(Integer.parseInt(header(refused, "Retry-After"))).isBetween(1, 3_600);
    assertThat(new RestClient(site, Cast.ADMIN).get("issue/SHOP-1").status()).isEqualTo(200);
  }

  @Test
  void aSecondWriteOfTheSameIssueIsRefusedUnderItsIdToo() {
    var edit = "{'update': {'labels': [{'add': '%s'}]}}";
    assertThat(app.call(site, "PUT", "issue/SHOP-1", edit.formatted("a")).status()).isEqualTo(204);
    var refused = app.call(site, "PUT", "issue/10000", edit.formatted("b"));
    assertThat(refused.status()).isEqualTo(429);
    assertThat(header(refused, "RateLimit-Reason")).isEqualTo("jira-per-issue-on-write");
    assertThat(site.hand().read("SHOP-1").labels()).containsExactly("a");
  }

  @Test
  void theNemesisRefusesWithAnyReasonAndForOneSecond() {
    site.nemesis().next("GET /rest/api/3/myself", new Fault.RateLimited("jira-quota-tenant-based"));
    var refused = app.call(site, "GET", "myself", "");
    assertThat(refused.status()).isEqualTo(429);
    assertThat(header(refused, "RateLimit-Reason")).isEqualTo("jira-quota-tenant-based");
    assertThat(header(refused, "Retry-After")).isEqualTo("1");
  }

  @Test
  void anErrorAfterApplyingLeavesTheEditInPlace() {
    site.nemesis().next("PUT /rest/api/3/issue/{issueIdOrKey}", new Fault.ErrorAfter(503));
    var edit = "{'fields': {'labels': ['web']}}";
    assertThat(app.call(site, "PUT", "issue/SHOP-1", edit).status()).isEqualTo(503);
    assertThat(site.hand().read("SHOP-1").labels()).containsExactly("web");
  }

  private static String header(RestClient.Answer answer, String name) {
    return answer.raw().headers().firstValue(name).orElseThrow();
  }
}
