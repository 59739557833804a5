package tandem.sandbox.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tandem.sandbox.scenario.ScenarioFailed;

/**
 * The app as an operator runs it: its nodes, the balancer before them, who watches over them, and
 * the database under them.
 */
public final class House implements AutoCloseable {
  private static final Duration UNPACKING = Duration.ofMinutes(3);

  private final StageOptions options;
  private final Patience patience;
  private final Balancer balancer;
  private final List<AppNode> nodes = new ArrayList<>();
  private final Optional<SharedServer> shared;
  private final Supervisor supervisor;

  private House(StageOptions options, Trackers trackers, Patience patience)
      throws InterruptedException {
    this.options = options;
    this.patience = patience;
    var ports = new ArrayList<Integer>();
    for (int number = 0; number < options.nodes(); number++) {
      ports.add(Ports.free());
    }
    this.balancer = new Balancer(ports);
    var environment = new HashMap<>(Surroundings.of(options, trackers, url()));
    this.shared = options.nodes() == 1 ? Optional.empty() : Optional.of(server(environment));
    shared.ifPresent(server -> environment.putAll(server.environment()));
    ports.forEach(port -> nodes.add(node("node" + nodes.size(), port, environment)));
    this.supervisor = new Supervisor(nodes, patience);
  }

  static House of(StageOptions options, Trackers trackers, Patience patience)
      throws InterruptedException {
    return new House(options, trackers, patience);
  }

  private AppNode node(String name, int port, Map<String, String> environment) {
    var folder = options.home().toAbsolutePath().resolve(name);
    var own = new HashMap<>(environment);
    own.put("TANDEM_PORT", String.valueOf(port));
    own.put("TANDEM_DATA_DIR", folder.resolve("data").toString());
    return new AppNode(options.jar(), folder, own);
  }

  /** The programs of PostgreSQL are in the app's jar: a node that starts once unpacks them. */
  private SharedServer server(Map<String, String> environment) throws InterruptedException {
    try (var once = node("unpack", Ports.free(), environment)) {
      once.start();
      if (!patience.until(once::isReady, UNPACKING)) {
        throw new ScenarioFailed("The app did not start; its words are in " + once.log());
      }
      var home = options.home().resolve("postgres");
      return SharedServer.start(new EmbeddedServer(once.data()).programs(), home, Ports.free());
    }
  }

  /** Where the trackers and people find the app. */
  public URI url() {
    return URI.create("http://localhost:" + balancer.port());
  }

  public List<AppNode> nodes() {
    return nodes;
  }

  /** The only node, or the first of several. */
  public AppNode first() {
    return nodes.getFirst();
  }

  public DatabaseServer database() {
    return shared.<DatabaseServer>map(server -> server).orElse(new EmbeddedServer(first().data()));
  }

  /** Removes what the first node kept; it must not be running. */
  void forget() {
    try (var files = Files.walk(first().data())) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
      Files.deleteIfExists(Surroundings.keyset(options));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Supervisor supervisor() {
    return supervisor;
  }

  Path logs() {
    return options.home();
  }

  @Override
  public void close() {
    supervisor.close();
    nodes.forEach(AppNode::close);
    shared.ifPresent(SharedServer::close);
    balancer.close();
  }
}
