package tandem.sandbox.jira;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import tandem.sandbox.fault.Nemesis;
import tandem.sandbox.http.Call;
import tandem.sandbox.http.Calls;
import tandem.sandbox.http.Reply;
import tandem.sandbox.http.Routes;
import tandem.sandbox.http.SandboxServer;
import tandem.sandbox.jira.desk.AnnexDesk;
import tandem.sandbox.jira.desk.IssueDesk;
import tandem.sandbox.jira.desk.Newsroom;
import tandem.sandbox.jira.state.Cause;
import tandem.sandbox.jira.state.Person;
import tandem.sandbox.jira.state.SiteFile;
import tandem.sandbox.jira.state.SiteState;
import tandem.sandbox.jira.state.SiteStore;

/**
 * A Jira Cloud site on localhost. Starts with the people of {@link Cast} and nothing else, or with
 * what its state file kept. State is saved at close.
 */
public final class JiraSite implements AutoCloseable {
  private final JiraSettings settings;
  private final SiteStore store;
  private final Nemesis nemesis;
  private final Newsroom news = new Newsroom();
  private final IssueDesk issues;
  private final AnnexDesk annex;
  private final SandboxServer server;

  private JiraSite(JiraSettings settings, Consumer<Routes> more) {
    this.settings = settings;
    this.nemesis = new Nemesis(settings.pace().seed());
    this.store =
        new SiteStore(
            settings.stateFile().map(SiteFile::new).map(SiteFile::load).orElse(SiteState.empty()));
    Cast.enter(store);
    this.issues = new IssueDesk(store, settings.pace().clock(), news);
    this.annex = new AnnexDesk(store, issues, news);
    var routes = new Routes();
    more.accept(routes);
    this.server = SandboxServer.start(settings.port(), routes, new JiraHouse(), nemesis);
  }

  public static JiraSite start(JiraSettings settings) {
    return start(settings, routes -> {});
  }

  /**
   * The same with more places, for instance pages.
   *
   * @param more registers them by {@link Routes#own}
   */
  public static JiraSite start(JiraSettings settings, Consumer<Routes> more) {
    return new JiraSite(settings, more);
  }

  /** The site's address without a slash at its end, for instance {@code http://localhost:8090}. */
  public String baseUrl() {
    return server.baseUrl();
  }

  /** The key server of signed installs: a key stands at {@code <keysUrl>/<kid>}. */
  public String keysUrl() {
    return baseUrl() + "/sandbox/install-keys";
  }

  /** The hand of {@link Cast#ADMIN}. */
  public Hand hand() {
    return hand(Cast.ADMIN);
  }

  public Hand hand(Person person) {
    return new Hand(store, issues, annex, Cause.of(person));
  }

  public SiteStore store() {
    return store;
  }

  public Calls calls() {
    return server.calls();
  }

  public Nemesis nemesis() {
    return nemesis;
  }

  /** Shows every counted call with its true reply. */
  public void witness(BiConsumer<Call, Reply> witness) {
    server.witness(witness);
  }

  @Override
  public void close() {
    server.close();
    settings.stateFile().map(SiteFile::new).ifPresent(file -> file.save(store.state()));
  }
}
