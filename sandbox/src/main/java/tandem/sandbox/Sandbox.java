package tandem.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import tandem.sandbox.jira.Cast;
import tandem.sandbox.jira.JiraSettings;
import tandem.sandbox.jira.JiraSite;
import tandem.sandbox.linear.LinearService;
import tandem.sandbox.linear.LinearSettings;
import tandem.sandbox.linear.OAuthApplication;
import tandem.sandbox.page.Pages;
import tandem.sandbox.scenario.Newcomer;
import tandem.sandbox.scenario.ScenarioFailed;
import tandem.sandbox.scenario.StoryClock;
import tandem.sandbox.scenario.Tale;

/**
 * A Jira site and a Linear workspace on localhost, with pages for people and, when they are new,
 * the checkout team's story. Linear knows the app as the OAuth application {@value #CLIENT_ID}.
 */
public final class Sandbox implements AutoCloseable {
  /** The client id of the app's OAuth application in the sandbox's Linear. */
  public static final String CLIENT_ID = "tandem-sandbox";

  private static final String LINEAR_FILE = "linear.json";

  private final JiraSite jira;
  private final LinearService linear;

  private Sandbox(JiraSite jira, LinearService linear) {
    this.jira = jira;
    this.linear = linear;
  }

  /**
   * Starts both servers at once.
   *
   * @throws IllegalStateException with a sentence for people if a port is taken
   */
  public static Sandbox start(SandboxOptions options, LinearSecrets secrets) {
    try {
      return started(options, secrets);
    } catch (RuntimeException e) {
      throw isTakenPort(e) ? taken(options.ports(), e) : e;
    }
  }

  private static boolean isTakenPort(@Nullable Throwable failure) {
    return failure instanceof BindException || (failure != null && isTakenPort(failure.getCause()));
  }

  private static IllegalStateException taken(SandboxOptions.Ports ports, RuntimeException cause) {
    return new IllegalStateException(
        "The sandbox cannot start: one of its ports is in use (%s). Stop the program that uses it, or choose others with --jira-port and --linear-port."
            .formatted(ports),
        cause);
  }

  private static Sandbox started(SandboxOptions options, LinearSecrets secrets) {
    var clock = new StoryClock(InstantSource.system());
    var jira = startJira(options, clock);
    try {
      if (jira.store().projects().isEmpty()) {
        options.state().ifPresent(Sandbox::forgetLinear);
      }
      var linear = startLinear(options, clock);
      linear.registerApplication(application(options.app(), secrets));
      var tale = new Tale(jira, linear, clock);
      if (tale.isUntold()) {
        tale.tell();
      }
      return new Sandbox(jira, linear);
    } catch (RuntimeException e) {
      jira.close();
      throw e;
    }
  }

  private static JiraSite startJira(SandboxOptions options, InstantSource clock) {
    var settings = JiraSettings.standard().at(clock).seeded(options.seed());
    var placed = settings.onPort(options.ports().jira());
    var kept = options.state().map(folder -> placed.keptIn(folder.resolve("jira.json")));
    var site = new AtomicReference<JiraSite>();
    LongSupplier revision = () -> site.get() == null ? 0 : site.get().store().revision();
    site.set(JiraSite.start(kept.orElse(placed), routes -> Pages.jira(routes, revision)));
    return site.get();
  }

  /** Half a story cannot be told on: after a crash that lost Jira's half, both begin anew. */
  private static void forgetLinear(Path folder) {
    try {
      Files.deleteIfExists(folder.resolve(LINEAR_FILE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static LinearService startLinear(SandboxOptions options, InstantSource clock) {
    var settings = LinearSettings.defaults().at(clock).seeded(options.seed());
    var placed = settings.onPort(options.ports().linear());
    var kept = options.state().map(folder -> placed.keptIn(folder.resolve(LINEAR_FILE)));
    var service = new AtomicReference<LinearService>();
    LongSupplier revision = () -> service.get() == null ? 0 : service.get().lastSyncId();
    service.set(LinearService.start(kept.orElse(placed), routes -> Pages.linear(routes, revision)));
    return service.get();
  }

  private static OAuthApplication application(Optional<URI> app, LinearSecrets secrets) {
    var base = app.orElse(URI.create("http://localhost:8080"));
    return new OAuthApplication(
        new OAuthApplication.Client("Tandem", CLIENT_ID, secrets.client()),
        List.of(base.resolve("/linear/callback")),
        OAuthApplication.Hook.onEverything(base.resolve("/webhooks/linear"), secrets.webhook()));
  }

  public JiraSite jira() {
    return jira;
  }

  public LinearService linear() {
    return linear;
  }

  @Override
  public void close() {
    linear.close();
    jira.close();
  }

  /** Runs until it is stopped by a signal; with {@code --app}, connects that app first. */
  public static void main(String[] args) throws InterruptedException {
    SandboxOptions options;
    Sandbox sandbox;
    try {
      options = SandboxOptions.parse(List.of(args));
      sandbox = start(options, LinearSecrets.from(System.getenv()));
    } catch (IllegalArgumentException | IllegalStateException e) {
      System.err.println(e.getMessage());
      System.exit(1);
      return;
    }
    var stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(() -> {
              stopped.countDown();
              sandbox.close();
            }));
    options.app().ifPresent(app -> sandbox.connect(app, stopped));
    sandbox.greet();
    stopped.await();
  }

  private void connect(URI app, CountDownLatch stopped) {
    var at = new Newcomer.Addresses(app, URI.create(jira.baseUrl()), URI.create(linear.baseUrl()));
    var cast = new Newcomer.Cast(Cast.ADMIN.accountId(), Tale.PROJECT, Tale.TEAM);
    try {
      new Newcomer(at, cast, step -> System.out.println("sandbox: " + step))
          .run(InstantSource.system(), stopped);
    } catch (ScenarioFailed e) {
      System.err.println("sandbox: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void greet() {
    System.out.printf(
        "sandbox: open Jira    %s/projects/%s/issues%n", jira.baseUrl(), Tale.PROJECT);
    System.out.printf("sandbox: open Linear  %s/%n", linear.baseUrl());
    System.out.println("sandbox: sign in as anybody; Ctrl-C stops");
  }
}
