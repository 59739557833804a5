package tandem.sync.http;

import static org.assertj.core.api.Assertions.assertThat;
import static tandem.sync.http.Outcomes.failure;
import static tandem.sync.http.Outcomes.value;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okio.ByteString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tandem.sync.replica.Outcome;
import tandem.sync.replica.RemoteFailure;

class TrackerHttpTest {
  private static final Duration SHORT = Duration.ofMillis(500);

  private final MockWebServer server = new MockWebServer();
  private final TrackerHttp http = new TrackerHttp("Tracker", CallLimits.DEFAULT.within(SHORT));

  @BeforeEach
  void start() throws IOException {
    server.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aReadThatBreaksIsSentOnceMore() {
    server.enqueue(broken());
    server.enqueue(ok("hello"));

    assertThat(value(read())).isEqualTo("hello");
    assertThat(server.getRequestCount()).isEqualTo(2);
  }

  @Test
  void aReadThatKeepsBreakingIsTheTrackersTrouble() {
    server.enqueue(broken());
    server.enqueue(broken());

    assertThat(failure(read())).isInstanceOf(RemoteFailure.TrackerDown.class);
  }

  @Test
  void aWriteThatBreaksAfterItWasSentMayHaveHappenedAndIsNotRepeated() {
    server.enqueue(broken());
    server.enqueue(ok("never"));

    assertThat(failure(write())).isInstanceOf(RemoteFailure.Unknown.class);
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void aWriteThatIsNotAnsweredInTimeMayHaveHappened() {
    server.enqueue(new MockResponse.Builder().headersDelay(10, TimeUnit.SECONDS).build());

    assertThat(failure(write())).isInstanceOf(RemoteFailure.Unknown.class);
  }

  @Test
  void aWriteIsNotRepeatedWhenTheServerInvitesToTryAtOnce() {
    server.enqueue(new MockResponse.Builder().code(503).addHeader("Retry-After", "0").build());
    server.enqueue(ok("never"));

    assertThat(http.call(put(server.url("/")), Effect.WRITE, answer -> done(answer.status())))
        .isEqualTo(done(503));
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void aWriteToAClosedDoorWasNeverSent() throws IOException {
    assertThat(failure(http.call(put(closedDoor()), Effect.WRITE, TrackerHttpTest::text)))
        .isInstanceOf(RemoteFailure.TrackerDown.class);
  }

  @Test
  void aRedirectIsNotFollowedSoThatTheTokenStaysWithTheSite() {
    server.enqueue(
        new MockResponse.Builder().code(302).addHeader("Location", server.url("/other")).build());

    assertThat(http.call(get(server.url("/")), Effect.READ, answer -> done(answer.status())))
        .isEqualTo(done(302));
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Tag("V09")
  @Test
  void aReadThatGivesMoreThanTheLimitIsRejectedOnceAndHoldsUpNoOther() {
    server.enqueue(ok("x".repeat(CallLimits.DEFAULT.bodyBytes() + 1)));
    server.enqueue(ok("x".repeat(1_000)));

    assertThat(failure(read()))
        .isInstanceOf(RemoteFailure.Rejected.class)
        .extracting(RemoteFailure::why)
        .asString()
        .contains("more than is read at once");
    assertThat(value(read())).hasSize(1_000);
  }

  @Test
  void aHostThatKeepsFailingIsLeftAloneAndAnotherOneIsNot() throws IOException {
    HttpUrl dead = closedDoor();
    for (int call = 0; call < 10; call++) {
      http.call(get(dead), Effect.READ, TrackerHttpTest::text);
    }
    server.enqueue(ok("alive"));

    assertThat(failure(http.call(get(dead), Effect.READ, TrackerHttpTest::text)).why())
        .contains("calls pause");
    assertThat(value(read())).isEqualTo("alive");
  }

  @Test
  void aThreadThatIsInterruptedGetsAFailureAndKeepsItsMark() {
    Thread.currentThread().interrupt();

    assertThat(down(read())).isTrue();
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void aThreadThatIsInterruptedBetweenTwoAttemptsGetsAFailureAndKeepsItsMark() {
    server.enqueue(ok("hello"));

    assertThat(down(http.call(get(server.url("/")), Effect.READ, TrackerHttpTest::interrupted)))
        .isTrue();
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  /** Takes the mark away again, so that the next step of the test is not interrupted by it. */
  private static boolean down(Outcome<String> outcome) {
    return Thread.interrupted() && failure(outcome) instanceof RemoteFailure.TrackerDown;
  }

  private static Outcome<String> interrupted(Answer answer) {
    Thread.currentThread().interrupt();
    return new Outcome.Failed<>(new RemoteFailure.TrackerDown("HTTP " + answer.status()));
  }

  @Test
  void whatAFailureSaysHoldsNeitherTheTokenNorTheAddress() {
    server.enqueue(broken());
    server.enqueue(broken());

    assertThat(failure(read()).why()).doesNotContain("secret").doesNotContain("localhost");
  }

  private Outcome<String> read() {
    return http.call(get(server.url("/")), Effect.READ, TrackerHttpTest::text);
  }

  private Outcome<String> write() {
    return http.call(put(server.url("/")), Effect.WRITE, TrackerHttpTest::text);
  }

  private static Request get(HttpUrl url) {
    return new Request.Builder().url(url).header("Authorization", "secret").build();
  }

  private static Request put(HttpUrl url) {
    return new Request.Builder()
        .url(url)
        .put(new JsonBody(ByteString.encodeUtf8("{}"), Effect.WRITE))
        .build();
  }

  private static HttpUrl closedDoor() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return HttpUrl.get("http://localhost:" + socket.getLocalPort());
    }
  }

  private static MockResponse ok(String body) {
    return new MockResponse.Builder().body(body).build();
  }

  private static MockResponse broken() {
    return new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build();
  }

  private static Outcome<String> text(Answer answer) {
    return new Outcome.Done<>(answer.body().utf8());
  }

  private static Outcome<Integer> done(int status) {
    return new Outcome.Done<>(status);
  }
}
