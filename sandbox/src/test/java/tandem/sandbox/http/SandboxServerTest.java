package tandem.sandbox.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tandem.sandbox.fault.Fault;
import tandem.sandbox.fault.FaultPlan;
import tandem.sandbox.fault.Nemesis;

class SandboxServerTest {
  private static final String ADD = "POST /things/{id}";
  private final AtomicInteger applied = new AtomicInteger();
  private final Nemesis nemesis = new Nemesis(1);
  private final SandboxServer server = SandboxServer.start(0, routes(), new Plain(), nemesis);
  private final HttpClient http = HttpClient.newHttpClient();

  @AfterEach
  void close() {
    http.close();
    server.close();
  }

  @Test
  void aCallReachesItsOperationWithItsNamesQueryAndBody() throws Exception {
    var answer = post("/things/a%2Fb%20c?x=1&x=2", "{\"y\":3}");
    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(answer.body())
        .isEqualTo("{\"id\":\"a/b c\",\"x\":[\"1\",\"2\"],\"body\":{\"y\":3}}");
  }

  @Test
  void aLiteralSegmentIsMatchedBeforeANamedOne() throws Exception {
    assertThat(post("/things/limit", "{}").body()).isEqualTo("literal");
  }

  @Test
  void aBodyThatIsNotJsonIsRefusedAndNothingIsApplied() throws Exception {
    assertThat(post("/things/1", "{").statusCode()).isEqualTo(400);
    assertThat(applied).hasValue(0);
  }

  @Test
  void twoOperationsAtOnePlaceAreAnError() {
    var routes = new Routes().api("GET", "/a/{x}", call -> Reply.empty(204));
    assertThatThrownBy(() -> routes.api("GET", "/a/{y}", call -> Reply.empty(204)))
        .hasMessageContaining("GET /a/{y}");
  }

  @Test
  void callsAreCountedByCallerAndOperation() throws Exception {
    post("/things/1", "{}");
    post("/things/2", "{}");
    assertThat(server.calls().of("app", ADD)).isEqualTo(2);
    send(request("/sandbox/calls").DELETE());
    assertThat(server.calls().of("app")).isZero();
  }

  @Test
  void anErrorBeforeAppliesNothingAndAnErrorAfterApplies() throws Exception {
    nemesis.next(ADD, new Fault.ErrorBefore(503));
    nemesis.next(ADD, new Fault.ErrorAfter(502));
    assertThat(post("/things/1", "{}").statusCode()).isEqualTo(503);
    assertThat(applied).hasValue(0);
    assertThat(post("/things/1", "{}").statusCode()).isEqualTo(502);
    assertThat(applied).hasValue(1);
    assertThat(post("/things/1", "{}").statusCode()).isEqualTo(201);
  }

  @Test
  void aResetIsSeenByTheClientAsALostConnection() {
    nemesis.next(ADD, new Fault.ResetBefore());
    nemesis.next(ADD, new Fault.ResetAfter());
    assertThatThrownBy(() -> post("/things/1", "{}")).isInstanceOf(IOException.class);
    assertThat(applied).hasValue(0);
    assertThatThrownBy(() -> post("/things/1", "{}")).isInstanceOf(IOException.class);
    assertThat(applied).hasValue(1);
  }

  @Test
  void aStallOutlivesTheClientsPatience() throws Exception {
    nemesis.next(ADD, new Fault.Stall(Duration.ofMinutes(5)));
    var impatient = request("/things/1").timeout(Duration.ofMillis(200));
    assertThatThrownBy(() -> send(impatient.POST(BodyPublishers.ofString("{}"))))
        .isInstanceOf(java.net.http.HttpTimeoutException.class);
  }

  @Test
  void aRateLimitSpeaksInTheServicesVoice() throws Exception {
    nemesis.next(ADD, new Fault.RateLimited("quota"));
    assertThat(post("/things/1", "{}").body()).isEqualTo("slow down: quota");
  }

  @Test
  void thePlanTravelsAsJson() throws Exception {
    var plan = FaultPlan.none().with(1, new Fault.ErrorBefore(500));
    var put = request("/sandbox/nemesis").PUT(BodyPublishers.ofByteArray(Json.bytes(plan)));
    assertThat(send(put).statusCode()).isEqualTo(200);
    assertThat(nemesis.plan()).isEqualTo(plan);
    assertThat(post("/things/1", "{}").statusCode()).isEqualTo(500);
  }

  @Test
  void aPlanWithAnImpossibleRateIsRefused() throws Exception {
    var body = "{\"requests\":[{\"rate\":2,\"fault\":{\"kind\":\"resetBefore\"}}],\"webhooks\":[]}";
    var put = request("/sandbox/nemesis").PUT(BodyPublishers.ofString(body));
    assertThat(send(put).statusCode()).isEqualTo(400);
    assertThat(nemesis.plan()).isEqualTo(FaultPlan.none());
  }

  @Test
  void peopleAndThePagesAreSpared() throws Exception {
    nemesis.set(FaultPlan.none().with(1, new Fault.ErrorBefore(500)));
    var person = request("/things/1").header("Who", "person").POST(BodyPublishers.ofString("{}"));
    assertThat(send(person).statusCode()).isEqualTo(201);
    assertThat(send(request("/page").GET()).body()).isEqualTo("a page");
  }

  private Routes routes() {
    return new Routes()
        .api("POST", "/things/{id}", this::add)
        .api("POST", "/things/limit", call -> Reply.text(200, "literal"))
        .own("GET", "/page", call -> Reply.text(200, "a page"));
  }

  private Reply add(Call call) {
    var body = call.json();
    applied.incrementAndGet();
    var answer = new java.util.LinkedHashMap<String, Object>();
    answer.put("id", call.name("id"));
    answer.put("x", call.queries("x"));
    answer.put("body", body);
    return Reply.json(201, answer);
  }

  private HttpResponse<String> post(String path, String body) throws Exception {
    return send(request(path).POST(BodyPublishers.ofString(body)));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(server.baseUrl() + path));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private static final class Plain implements House {
    @Override
    public String caller(Call call) {
      return call.header("Who").orElse("app");
    }

    @Override
    public Reply limited(Call call, String reason) {
      return Reply.text(429, "slow down: " + reason);
    }

    @Override
    public Reply broken(Call call, int status) {
      return Reply.json(status, Map.of("errors", List.of()));
    }
  }
}
