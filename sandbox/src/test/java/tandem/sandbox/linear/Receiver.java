package tandem.sandbox.linear;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntUnaryOperator;
import tandem.sandbox.http.Json;

/** Takes webhooks and remembers them; the n-th is answered with a status of the test's choice. */
final class Receiver implements AutoCloseable {
  /** One delivery as it came. */
  record Taken(String delivery, String event, String signature, String body) {
    JsonNode json() {
      return Json.parse(body.getBytes(UTF_8));
    }
  }

  final List<Taken> taken = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  Receiver(IntUnaryOperator status) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          var headers = exchange.getRequestHeaders();
          taken.add(
              new Taken(
                  headers.getFirst("Linear-Delivery"),
                  headers.getFirst("Linear-Event"),
                  headers.getFirst("Linear-Signature"),
                  new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
          exchange.sendResponseHeaders(status.applyAsInt(taken.size()), -1);
          exchange.close();
        });
    server.start();
  }

  URI url() {
    return URI.create("http://localhost:" + server.getAddress().getPort() + "/hook");
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
