package tandem.app.runtime;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * {@code GET /metrics} in Prometheus's text format, at an address of its own that is not open to
 * the world. Not there where the operator names none.
 *
 * @see <a href="https://prometheus.io/docs/instrumenting/exposition_formats/">Exposition
 *     formats</a>
 */
@Component
class MetricsServer implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(MetricsServer.class);
  private static final String FORMAT = "text/plain; version=0.0.4; charset=utf-8";
  private static final int OK = 200;

  private final Optional<InetSocketAddress> address;
  private final PrometheusMeterRegistry registry;
  private Optional<HttpServer> server = Optional.empty();

  MetricsServer(Settings settings, PrometheusMeterRegistry registry) {
    this.address = settings.metrics();
    this.registry = registry;
  }

  @Override
  public void start() {
    server = address.map(this::open);
  }

  private HttpServer open(InetSocketAddress at) {
    try {
      HttpServer opened = HttpServer.create(at, 0);
      opened.createContext("/metrics", this::answer);
      opened.start();
      LOG.info("Metrics are at http://{}:{}/metrics", at.getHostString(), at.getPort());
      return opened;
    } catch (IOException e) {
      throw new StartRefused(
          "Metrics cannot be offered at "
              + at
              + " ("
              + e.getMessage()
              + "): set another TANDEM_METRICS_ADDRESS.",
          e);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] text = registry.scrape(FORMAT).getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", FORMAT);
      exchange.sendResponseHeaders(OK, text.length);
      exchange.getResponseBody().write(text);
    }
  }

  @Override
  public void stop() {
    server.ifPresent(running -> running.stop(0));
    server = Optional.empty();
  }

  @Override
  public boolean isRunning() {
    return server.isPresent();
  }
}
