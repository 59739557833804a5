package tandem.app.runtime;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/**
 * What this process is called in leases, in scheduled work and in logs: its host, so that people
 * find it, and random digits, so that no two processes share it.
 */
record NodeName(String value) {
  private static final int RANDOM_BYTES = 4;

  static NodeName of(RandomGenerator random) {
    byte[] digits = new byte[RANDOM_BYTES];
    random.nextBytes(digits);
    return new NodeName(host() + "-" + HexFormat.of().formatHex(digits));
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "node";
    }
  }
}
