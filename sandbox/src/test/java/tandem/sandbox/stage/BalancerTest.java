package tandem.sandbox.stage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class BalancerTest {
  private static HttpServer node(String name) throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, name.length());
          exchange.getResponseBody().write(name.getBytes(UTF_8));
          exchange.close();
        });
    server.start();
    return server;
  }

  private static String ask(Balancer balancer) throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(URI.create("http://localhost:" + balancer.port()));
      return client.send(request.build(), BodyHandlers.ofString()).body();
    }
  }

  @Test
  void connectionsGoToTheNodesInTurnAndPastOneThatIsDown() throws Exception {
    var one = node("one");
    var two = node("two");
    try (var balancer =
        new Balancer(List.of(one.getAddress().getPort(), two.getAddress().getPort()))) {
      var seen = new TreeSet<>(List.of(ask(balancer), ask(balancer)));
      assertThat(seen).containsExactly("one", "two");

      one.stop(0);
      assertThat(List.of(ask(balancer), ask(balancer))).containsExactly("two", "two");
    } finally {
      two.stop(0);
    }
  }
}
