package tandem.app.runtime;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.random.RandomGenerator;

/**
 * A port of the loopback interface for a server that listens some seconds later, after it was
 * unpacked. It lies below those that systems give to outgoing connections (Linux: 32768 to 60999,
 * {@code ip_local_port_range}; IANA: from 49152), one of which could take it in between.
 */
final class ListenPort {
  private static final int FIRST = 20_000;
  private static final int END = 32_000;
  private static final int TRIES = 200;

  private ListenPort() {}

  /** One that nobody listens on now; nothing keeps it. {@link IOException} where none is found. */
  static int pick(RandomGenerator random) throws IOException {
    for (int tried = 0; tried < TRIES; tried++) {
      int port = random.nextInt(FIRST, END);
      if (isFree(port)) {
        return port;
      }
    }
    throw new IOException("no port between " + FIRST + " and " + END + " is free");
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
