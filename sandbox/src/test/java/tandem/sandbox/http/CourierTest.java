package tandem.sandbox.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tandem.sandbox.fault.FaultPlan;
import tandem.sandbox.fault.HookFault;
import tandem.sandbox.fault.Nemesis;

class CourierTest {
  private static final List<Duration> TWICE_MORE =
      List.of(Duration.ofMillis(10), Duration.ofMillis(10));
  private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
  private final BlockingQueue<Integer> settled = new LinkedBlockingQueue<>();
  private final Nemesis nemesis = new Nemesis(1);
  private final Courier courier = new Courier(nemesis, TWICE_MORE);
  private volatile int status = 200;
  private final SandboxServer receiver =
      SandboxServer.start(
          0, new Routes().own("POST", "/{name}", this::take), new Receiver(), new Nemesis(1));

  private final String address = receiver.baseUrl();

  @AfterEach
  void close() {
    courier.close();
    receiver.close();
  }

  @Test
  void whatIsTakenIsSettledAtOnce() throws Exception {
    courier.send(new Plain("a"));
    assertThat(settled.poll(5, TimeUnit.SECONDS)).isEqualTo(200);
    assertThat(received).containsExactly("a 0");
    Awaitility.await().untilAsserted(() -> assertThat(courier.underWay()).isZero());
  }

  @Test
  void whatIsRefusedIsRepeatedUntilTheScheduleEnds() throws Exception {
    status = 500;
    courier.send(new Plain("a"));
    assertThat(settled.poll(5, TimeUnit.SECONDS)).isEqualTo(500);
    assertThat(received).containsExactly("a 0", "a 1", "a 2");
  }

  @Test
  void nobodyAtHomeIsNoAnswer() throws Exception {
    receiver.close();
    courier.send(new Plain("a"));
    assertThat(settled.poll(5, TimeUnit.SECONDS)).isEqualTo(Parcel.NO_ANSWER);
  }

  @Test
  void aLateDeliveryComesAfterALaterOne() throws Exception {
    nemesis.set(FaultPlan.none().with(1, new HookFault.Late(Duration.ofMillis(300))));
    courier.send(new Plain("late"));
    nemesis.calm();
    courier.send(new Plain("prompt"));
    assertThat(received.poll(5, TimeUnit.SECONDS)).isEqualTo("prompt 0");
    assertThat(received.poll(5, TimeUnit.SECONDS)).isEqualTo("late 0");
  }

  @Test
  void aHeldBackDeliveryGoesOutAloneAfterASecond() throws Exception {
    nemesis.set(FaultPlan.none().with(1, new HookFault.Reordered()));
    courier.send(new Plain("alone"));
    assertThat(received.poll(5, TimeUnit.SECONDS)).isEqualTo("alone 0");
  }

  private Reply take(Call call) {
    received.add(call.name("name") + " " + call.header("Attempt").orElseThrow());
    return Reply.empty(status);
  }

  private final class Plain implements Parcel {
    private final String name;

    Plain(String name) {
      this.name = name;
    }

    @Override
    public String body() {
      return "";
    }

    @Override
    public HttpRequest attempt(int number) {
      return HttpRequest.newBuilder(URI.create(address + "/" + name))
          .header("Attempt", String.valueOf(number))
          .POST(BodyPublishers.noBody())
          .build();
    }

    @Override
    public boolean asksForRetry(int lastStatus) {
      return lastStatus == NO_ANSWER || lastStatus >= 500;
    }

    @Override
    public void settled(int lastStatus) {
      settled.add(lastStatus);
    }
  }

  private static final class Receiver implements House {
    @Override
    public String caller(Call call) {
      return "service";
    }

    @Override
    public Reply limited(Call call, String reason) {
      return Reply.json(429, Map.of());
    }

    @Override
    public Reply broken(Call call, int status) {
      return Reply.empty(status);
    }
  }
}
