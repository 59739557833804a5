package tandem.app.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.reflect.Method;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tandem.app.fixture.Http;
import tandem.app.fixture.TwinWorld;
import tandem.app.fixture.TwoSites;
import tandem.sandbox.jira.Cast;
import tandem.sandbox.jira.state.Issue;

/** Two installed Jira sites: what belongs to one does not exist for the other's admin. */
class TwoTenantsTest {
  private static TwoSites sites;
  private static TwinWorld world;
  private static final Map<String, String> OURS = new HashMap<>();

  /** An endpoint that names something by its address. */
  record Endpoint(String method, String path) {}

  @BeforeAll
  static void start() {
    sites = TwoSites.start();
    world = sites.world();
    Issue issue = world.jira.hand().issue("SHOP", "Pay by invoice", "budget:features");
    world.twinOf(issue);
    world.setUp();
    sites.stranger().install(world.at("/atlassian-connect.json"));
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> Http.json(receipts()).path("receipts").size() == 1);
    OURS.put("projectKey", "SHOP");
    OURS.put("decision", "0123456789abcdef");
    OURS.put("link", Http.json(receipts()).at("/receipts/0/link").asText());
    OURS.put("receipt", Http.json(receipts()).at("/receipts/0/id").asText());
  }

  private static HttpResponse<String> receipts() {
    return world.admin("GET", "mappings/SHOP/receipts", null);
  }

  @AfterAll
  static void stop() {
    sites.close();
  }

  private static HttpResponse<String> asStranger(String method, String path, Object body) {
    String token = sites.stranger().contextToken(TwinWorld.APP, Cast.ADMIN);
    return Http.call(method, world.at(path), token, body);
  }

  static List<Endpoint> endpoints() {
    return Stream.of(
            BackfillApi.class,
            ConflictsApi.class,
            DecisionConflictsApi.class,
            DecisionReceiptsApi.class,
            DryRunApi.class,
            HealthApi.class,
            HoldsApi.class,
            LinearApi.class,
            LinkingApi.class,
            LinksApi.class,
            MappingsApi.class,
            PauseApi.class,
            QuarantineApi.class,
            ReceiptsApi.class,
            SweepApi.class)
        .flatMap(TwoTenantsTest::endpointsOf)
        .filter(TwoTenantsTest::namesSomething)
        .toList();
  }

  /**
   * A PUT makes what it names, for the caller's own site. No hold is open here: whose it is, is
   * asked in {@code HoldTest}.
   */
  private static boolean namesSomething(Endpoint endpoint) {
    return endpoint.path().contains("{")
        && !endpoint.method().equals("PUT")
        && !endpoint.path().contains("{hold}");
  }

  private static Stream<Endpoint> endpointsOf(Class<?> api) {
    RequestMapping root = AnnotatedElementUtils.findMergedAnnotation(api, RequestMapping.class);
    String base = root == null || root.path().length == 0 ? "" : root.path()[0];
    List<Endpoint> endpoints = new ArrayList<>();
    for (Method method : api.getDeclaredMethods()) {
      RequestMapping own = AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
      if (own != null) {
        String path = own.path().length == 0 ? "" : own.path()[0];
        endpoints.add(new Endpoint(own.method()[0].name(), base + path));
      }
    }
    return endpoints.stream();
  }

  @ParameterizedTest
  @MethodSource("endpoints")
  void whatIsNamedByItsNumberOrKeyIsUnknownToTheOtherSite(Endpoint endpoint) {
    String path = endpoint.path();
    for (Map.Entry<String, String> each : OURS.entrySet()) {
      path = path.replace("{" + each.getKey() + "}", each.getValue());
    }
    assertThat(path).as("the test knows an example of every part").doesNotContain("{");
    HttpResponse<String> answer = asStranger(endpoint.method(), path, body(endpoint));
    assertThat(answer.statusCode()).describedAs("%s: %s", endpoint, answer.body()).isEqualTo(404);
  }

  private static Object body(Endpoint endpoint) {
    return switch (endpoint.method()) {
      case "POST" -> Map.of("side", "jira");
      default -> null;
    };
  }

  @Test
  void everyAdminApiIsCovered() throws Exception {
    List<String> apis =
        Arrays.stream(java.nio.file.Path.of("target/classes/tandem/app/admin").toFile().listFiles())
            .map(file -> file.getName().replace(".class", ""))
            .filter(name -> name.endsWith("Api"))
            .toList();
    for (String name : apis) {
      Class<?> api = Class.forName("tandem.app.admin." + name);
      assertThat(api.isAnnotationPresent(RestController.class)).isTrue();
      assertThat(endpointsOf(api).filter(TwoTenantsTest::namesSomething).toList())
          .as(name)
          .isSubsetOf(endpoints());
    }
  }

  @Test
  void theListsOfTheOtherSiteAreEmptyAndItsHealthCountsNothingOfOurs() {
    for (String list : List.of("mappings", "conflicts?state=all", "quarantine")) {
      HttpResponse<String> answer = asStranger("GET", "/api/admin/" + list, null);
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(Http.json(answer).elements().next()).as(list).isEmpty();
    }
    var health = Http.json(asStranger("GET", "/api/admin/health", null));
    assertThat(health.at("/counts/links").asInt()).isZero();
    assertThat(health.at("/counts/mappings").asInt()).isZero();
    assertThat(Http.json(asStranger("GET", "/api/admin/linear", null)).path("state").asText())
        .isEqualTo("none");
  }

  @Test
  void ourOwnAdminFindsTheSame() {
    assertThat(world.admin("GET", "links/" + OURS.get("link") + "/receipts", null).statusCode())
        .isEqualTo(200);
    assertThat(world.admin("GET", "mappings/SHOP", null).statusCode()).isEqualTo(200);
  }
}
