package tandem.sandbox.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tandem.sandbox.scenario.Browser;

/** One node of the app: a process that can be killed and started again. Safe for many threads. */
public final class AppNode implements AutoCloseable {
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(30);

  private final Path jar;
  private final Path home;
  private final Map<String, String> environment;
  private final URI url;
  private final Browser browser = new Browser();
  private @Nullable Process process;
  private boolean wanted;

  /**
   * @param home its folder, for the log and an embedded database
   * @param environment all of its settings
   */
  AppNode(Path jar, Path home, Map<String, String> environment) {
    this.jar = jar;
    this.home = home;
    this.environment = Map.copyOf(environment);
    this.url = URI.create("http://localhost:" + environment.get("TANDEM_PORT"));
  }

  /** Starts the process, unless it runs; does not wait until it is ready. */
  public synchronized void start() {
    wanted = true;
    if (isAlive()) {
      return;
    }
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var builder = new ProcessBuilder(List.of(java, "-Xmx512m", "-jar", jar.toString()));
    builder.environment().keySet().removeIf(name -> name.startsWith("TANDEM_"));
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true).redirectOutput(Redirect.appendTo(log().toFile()));
    try {
      Files.createDirectories(home);
      process = builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The node itself, not the balancer before it. */
  public URI url() {
    return url;
  }

  Path log() {
    return home.resolve("app.log");
  }

  /** The folder of the embedded database. */
  Path data() {
    return home.resolve("data");
  }

  public synchronized boolean isAlive() {
    return process != null && process.isAlive();
  }

  /** Whether it was started and not stopped since; being killed is no stop. */
  synchronized boolean isWanted() {
    return wanted;
  }

  /** Whether it serves and its database answers. */
  public boolean isReady() {
    try {
      return isAlive() && browser.answers(url.resolve("/health"));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** {@code kill -9}; what it started goes on living. */
  public synchronized void kill() {
    if (process != null) {
      end(process.destroyForcibly());
    }
  }

  /** What the process used so far; empty numbers where it is not running or not on Linux. */
  public synchronized Footprint footprint() {
    return process == null ? Footprint.NONE : Footprint.of(process.toHandle());
  }

  /** Asks it to stop and waits until it did. */
  @Override
  public synchronized void close() {
    wanted = false;
    if (process != null) {
      process.destroy();
      end(process);
    }
  }

  private static void end(Process process) {
    try {
      if (!process.waitFor(STOP_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
