package tandem.app.connection;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** A token endpoint that answers what a test tells it to, and counts. */
final class BrokenLinear implements AutoCloseable {
  final AtomicInteger calls = new AtomicInteger();
  private final HttpServer server;
  private volatile int status = 200;
  private volatile String body = "{}";

  BrokenLinear() {
    try {
      server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext(
        "/",
        exchange -> {
          calls.incrementAndGet();
          exchange.getRequestBody().readAllBytes();
          byte[] answer = body.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
  }

  void answers(int newStatus, String newBody) {
    status = newStatus;
    body = newBody;
    calls.set(0);
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/oauth/token");
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
