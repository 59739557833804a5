package tandem.app.browser;

import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import tandem.app.runtime.Tandem;
import tandem.sandbox.LinearSecrets;
import tandem.sandbox.Sandbox;
import tandem.sandbox.SandboxOptions;
import tandem.sandbox.jira.Cast;
import tandem.sandbox.jira.JiraSite;
import tandem.sandbox.linear.LinearService;
import tandem.sandbox.scenario.Newcomer;
import tandem.sandbox.scenario.Tale;
import tandem.sandbox.stage.Ports;

/** What {@code ./tandem run} starts, in this process and on free ports. */
final class RunningHouse implements AutoCloseable {
  private static final LinearSecrets SECRETS =
      new LinearSecrets("client-secret-of-the-story", "webhook-secret-of-the-story");

  private final URI address;
  private final Sandbox sandbox;
  private final AutoCloseable app;
  private final List<String> told = new ArrayList<>();

  /** Starts the app with an environment; it may return before the app is ready. */
  @FunctionalInterface
  interface AppStart {
    AutoCloseable with(Map<String, String> environment) throws Exception;
  }

  private RunningHouse(URI address, Sandbox sandbox, AutoCloseable app) {
    this.address = address;
    this.sandbox = sandbox;
    this.app = app;
  }

  /**
   * Starts the sandbox with the checkout team's story and the app, and does what a newcomer does:
   * install, connect, map, backfill.
   *
   * @param folder for the app's database and keys
   */
  static RunningHouse start(Path folder) throws Exception {
    return start(folder, Tandem::start);
  }

  /** The same with the app started as the caller wants it. */
  static RunningHouse start(Path folder, AppStart start) throws Exception {
    int port = Ports.free();
    URI address = URI.create("http://localhost:" + port);
    List<String> words =
        List.of("--jira-port", "0", "--linear-port", "0", "--app", address.toString());
    Sandbox sandbox = Sandbox.start(SandboxOptions.parse(words), SECRETS);
    AutoCloseable app = start.with(environment(port, folder, sandbox));
    RunningHouse house = new RunningHouse(address, sandbox, app);
    house.mirror(Tale.PROJECT, Tale.TEAM);
    return house;
  }

  private static Map<String, String> environment(int port, Path folder, Sandbox sandbox) {
    String jira = sandbox.jira().baseUrl();
    String linear = sandbox.linear().baseUrl();
    return Map.ofEntries(
        Map.entry("TANDEM_PORT", Integer.toString(port)),
        Map.entry("TANDEM_DATA_DIR", folder.resolve("data").toString()),
        Map.entry("TANDEM_KEYSET", folder.resolve("keyset.json").toString()),
        Map.entry("TANDEM_CONNECT_KEYS_URL", sandbox.jira().keysUrl()),
        Map.entry("TANDEM_ALLOWED_JIRA_HOSTS", URI.create(jira).getAuthority()),
        Map.entry("TANDEM_ALL_JS_URL", jira + "/atlassian-connect/all.js"),
        Map.entry("TANDEM_LINEAR_API_URL", linear + "/graphql"),
        Map.entry("TANDEM_LINEAR_AUTHORIZE_URL", linear + "/oauth/authorize"),
        Map.entry("TANDEM_LINEAR_TOKEN_URL", linear + "/oauth/token"),
        Map.entry("TANDEM_LINEAR_CLIENT_ID", Sandbox.CLIENT_ID),
        Map.entry("TANDEM_LINEAR_CLIENT_SECRET", SECRETS.client()),
        Map.entry("TANDEM_LINEAR_WEBHOOK_SECRET", SECRETS.webhook()));
  }

  /**
   * Installs and connects the app where that is not done yet, maps the project and backfills it.
   */
  void mirror(String project, String team) throws InterruptedException {
    var at = new Newcomer.Addresses(address, URI.create(jira()), URI.create(linear()));
    var cast = new Newcomer.Cast(Cast.ADMIN.accountId(), project, team);
    new Newcomer(at, cast, told::add).run(InstantSource.system(), new CountDownLatch(1));
  }

  /** What the newcomer saw of each step, in order. */
  List<String> told() {
    return told;
  }

  /** The app's address, without a slash at its end. */
  URI app() {
    return address;
  }

  String jira() {
    return sandbox.jira().baseUrl();
  }

  /** The Jira site itself, for what a test prepares or looks up behind the pages. */
  JiraSite site() {
    return sandbox.jira();
  }

  /** The same for the Linear workspace. */
  LinearService workspace() {
    return sandbox.linear();
  }

  String linear() {
    return sandbox.linear().baseUrl();
  }

  @Override
  public void close() throws Exception {
    app.close();
    sandbox.close();
  }
}
