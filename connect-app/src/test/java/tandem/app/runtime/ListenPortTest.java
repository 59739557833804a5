package tandem.app.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** Where the embedded database listens. */
class ListenPortTest {
  @Test
  void noOutgoingConnectionIsGivenThePort() throws IOException {
    for (int seed = 0; seed < 50; seed++) {
      assertThat(ListenPort.pick(new Random(seed))).isBetween(20_000, 31_999);
    }
  }

  @Test
  void aPortThatIsListenedOnIsPassedOver() throws IOException {
    int first = ListenPort.pick(new Random(7));
    try (ServerSocket taken = new ServerSocket(first, 1, InetAddress.getLoopbackAddress())) {
      assertThat(taken.isBound()).isTrue();
      assertThat(ListenPort.pick(new Random(7))).isNotEqualTo(first);
    }
  }

  @Test
  void aSearchThatMeetsOnlyTakenPortsEnds() throws IOException {
    int only = ListenPort.pick(new Random(8));
    RandomGenerator stuck = always(only);
    try (ServerSocket taken = new ServerSocket(only, 1, InetAddress.getLoopbackAddress())) {
      assertThat(taken.isBound()).isTrue();
      assertThatThrownBy(() -> ListenPort.pick(stuck)).hasMessageContaining("is free");
    }
  }

  private static RandomGenerator always(int port) {
    return new RandomGenerator() {
      @Override
      public int nextInt(int from, int end) {
        return port;
      }

      @Override
      public long nextLong() {
        return port;
      }
    };
  }
}
