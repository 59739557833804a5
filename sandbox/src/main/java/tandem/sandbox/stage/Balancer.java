package tandem.sandbox.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The plainest load balancer in front of the nodes: each connection goes to the next node that
 * takes it, and is closed when none does.
 */
final class Balancer implements AutoCloseable {
  private static final int CONNECT_MILLIS = 1_000;

  private final ServerSocket server;
  private final List<Integer> ports;
  private final AtomicInteger turn = new AtomicInteger();

  /**
   * @param ports of the nodes, on the loopback interface
   */
  Balancer(List<Integer> ports) {
    this.ports = List.copyOf(ports);
    try {
      this.server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().name("balancer").start(this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        var caller = server.accept();
        Thread.ofVirtual().start(() -> serve(caller));
      } catch (IOException e) {
        // Closed, or a caller who went away while it waited: the next look at the server tells.
      }
    }
  }

  private void serve(Socket caller) {
    try (caller;
        var node = connected()) {
      var back = Thread.ofVirtual().start(() -> pour(node, caller));
      pour(caller, node);
      back.join();
    } catch (IOException e) {
      // No node takes it: the caller sees a closed connection.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Socket connected() throws IOException {
    IOException refused = new IOException("no node");
    for (int attempt = 0; attempt < ports.size(); attempt++) {
      var socket = new Socket();
      try {
        int port = ports.get(Math.floorMod(turn.getAndIncrement(), ports.size()));
        socket.connect(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
        socket.setTcpNoDelay(true);
        return socket;
      } catch (IOException e) {
        socket.close();
        refused = e;
      }
    }
    throw refused;
  }

  /** Until one of the two ends; then the reader at the other end is told. */
  private static void pour(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
      to.shutdownOutput();
    } catch (IOException e) {
      closeQuietly(from);
      closeQuietly(to);
    }
  }

  private static void closeQuietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It is of no use any more either way.
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
