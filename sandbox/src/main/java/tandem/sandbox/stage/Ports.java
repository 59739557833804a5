package tandem.sandbox.stage;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/** Ports on the loopback interface. */
public final class Ports {
  private Ports() {}

  /**
   * One that was free a moment ago, below those that systems give to outgoing connections: what
   * starts on it starts some seconds later.
   */
  public static int free() {
    return Stream.generate(() -> ThreadLocalRandom.current().nextInt(10_000, 20_000))
        .limit(200)
        .filter(Ports::isFree)
        .findFirst()
        .orElseThrow();
  }

  private static boolean isFree(int port) {
    try (ServerSocket probe = new ServerSocket()) {
      probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
