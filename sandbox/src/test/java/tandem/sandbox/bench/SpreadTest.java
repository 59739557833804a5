package tandem.sandbox.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SpreadTest {
  @Test
  void aPercentileIsTheValueThatSoManyPercentDoNotExceed() {
    var hundred = new Spread(LongStream.rangeClosed(1, 100).boxed().toList());

    assertThat(hundred.at(50)).isEqualTo(Duration.ofNanos(50));
    assertThat(hundred.at(99)).isEqualTo(Duration.ofNanos(99));
    assertThat(hundred.at(100)).isEqualTo(Duration.ofNanos(100));
    assertThat(new Spread(List.of()).at(99)).isZero();
  }

  @Test
  void theMedianOfRunsIsTheMiddleOneOrTheLowerOfTwo() {
    assertThat(Median.of(List.of(3, 1, 2), run -> run)).isEqualTo(2);
    assertThat(Median.of(List.of(4, 1, 2, 3), run -> run)).isEqualTo(2);
  }
}
