package tandem.sandbox.linear;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import tandem.sandbox.fault.Fault;
import tandem.sandbox.linear.LinearRoom.Got;
import tandem.sandbox.linear.access.Limits;
import tandem.sandbox.linear.access.Limits.Hourly;

/** What a caller may use in an hour, and how Linear says that it was too much. */
class LimitsTest {
  private final TestClock clock = new TestClock();

  private LinearRoom room(long requests, long points) {
    Hourly few = new Hourly(requests, points);
    return new LinearRoom(LinearSettings.defaults().at(clock).limited(new Limits(few, few, few)));
  }

  private static String header(Got got, String name) {
    return got.raw().headers().firstValue(name).orElse("absent");
  }

  @Test
  void everyAnswerSaysWhatItCostAndWhatIsLeft() {
    try (LinearRoom room = room(10, 1000)) {
      Got got = room.ask("{ viewer { id name email } }");
      assertThat(header(got, "X-Complexity")).isEqualTo("2");
      assertThat(header(got, "X-RateLimit-Requests-Limit")).isEqualTo("10");
      assertThat(header(got, "X-RateLimit-Requests-Remaining")).isEqualTo("9");
      assertThat(header(got, "X-RateLimit-Complexity-Remaining")).isEqualTo("998");
      assertThat(Long.parseLong(header(got, "X-RateLimit-Requests-Reset")))
          .isEqualTo(clock.instant().plus(Duration.ofMinutes(6)).toEpochMilli());
    }
  }

  @Test
  void oneRequestTooManyIsRateLimitedUntilTheBucketRefills() {
    try (LinearRoom room = room(2, 1000)) {
      room.ask("{ viewer { id } }");
      room.ask("{ viewer { id } }");
      Got third = room.ask("{ viewer { id } }");
      assertThat(third.status()).isEqualTo(400);
      assertThat(third.code()).isEqualTo("RATELIMITED");
      assertThat(header(third, "X-RateLimit-Requests-Remaining")).isEqualTo("0");
      clock.pass(Duration.ofMinutes(30));
      assertThat(room.ask("{ viewer { id } }").status()).isEqualTo(200);
    }
  }

  @Test
  void pointsThatAreUsedUpAreRateLimitedToo() {
    try (LinearRoom room = room(100, 60)) {
      Got page = room.ask("{ issues { nodes { id } } }");
      assertThat(header(page, "X-Complexity")).isEqualTo("55");
      assertThat(room.ask("{ issues { nodes { id } } }").code()).isEqualTo("RATELIMITED");
      assertThat(room.ask("{ viewer { id } }").status()).isEqualTo(200);
    }
  }

  @Test
  void theQueryRateLimitStatusTellsTheSame() {
    try (LinearRoom room = room(10, 1000)) {
      Got got = room.ask("{ rateLimitStatus { limits { type allowedAmount remainingAmount } } }");
      assertThat(got.data("rateLimitStatus").path("limits").path(0).path("remainingAmount").asInt())
          .isEqualTo(9);
    }
  }

  @Test
  void theNemesisChoosesTheStatusOfARateLimit() {
    try (LinearRoom room = room(100, 1000)) {
      for (String status : new String[] {"200", "400", "429"}) {
        room.service.nemesis().next("POST /graphql Who", new Fault.RateLimited(status));
        Got got = room.ask("query Who { viewer { id } }");
        assertThat(got.status()).isEqualTo(Integer.parseInt(status));
        assertThat(got.code()).isEqualTo("RATELIMITED");
      }
      assertThat(room.service.calls().of("key", "POST /graphql Who")).isEqualTo(3);
    }
  }

  @Test
  void anErrorAfterTheFactHasChangedTheWorkspace() {
    try (LinearRoom room = room(100, 1000)) {
      room.service.nemesis().next("POST /graphql Make", new Fault.ErrorAfter(502));
      Got got =
          room.ask(
              "mutation Make { issueCreate(input: {title: \"Made\", teamId: \""
                  + room.team
                  + "\"}) { success } }");
      assertThat(got.status()).isEqualTo(502);
      assertThat(room.ask("{ issues { nodes { title } } }").data("issues").path("nodes"))
          .hasSize(1);
    }
  }
}
