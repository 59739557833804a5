package tandem.sandbox.jira;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import tandem.sandbox.fault.Nemesis;
import tandem.sandbox.http.Call;
import tandem.sandbox.http.Calls;
import tandem.sandbox.http.Reply;
import tandem.sandbox.http.Routes;
import tandem.sandbox.http.SandboxServer;
import tandem.sandbox.jira.connect.Callers;
import tandem.sandbox.jira.connect.SharedSecretTokens;
import tandem.sandbox.jira.desk.AnnexDesk;
import tandem.sandbox.jira.desk.IssueDesk;
import tandem.sandbox.jira.desk.Newsroom;
import tandem.sandbox.jira.jql.Jql;
import tandem.sandbox.jira.limit.Meter;
import tandem.sandbox.jira.rest.RestApi;
import tandem.sandbox.jira.rest.Site;
import tandem.sandbox.jira.state.Cause;
import tandem.sandbox.jira.state.Person;
import tandem.sandbox.jira.state.SiteFile;
import tandem.sandbox.jira.state.SiteState;
import tandem.sandbox.jira.state.SiteStore;
import tandem.sandbox.jira.view.Address;
import tandem.sandbox.jira.view.IssueView;
import tandem.sandbox.jira.view.PersonView;

/**
 * A Jira Cloud site on localhost. Starts with the people of {@link Cast} and nothing else, or with
 * what its state file kept. State is saved at close.
 */
public final class JiraSite implements AutoCloseable {
  private final JiraSettings settings;
  private final SiteStore store;
  private final Nemesis nemesis;
  private final Site.Desks desks;
  private final Meter meter;
  private final SandboxServer server;

  private JiraSite(JiraSettings settings, BiConsumer<Routes, SiteStore> more) {
    var clock = settings.pace().clock();
    this.settings = settings;
    this.nemesis = new Nemesis(settings.pace().seed());
    this.store = new SiteStore(kept(settings));
    Cast.enter(store);
    var news = new Newsroom();
    var issues = new IssueDesk(store, clock, news);
    this.desks = new Site.Desks(issues, new AnnexDesk(store, issues, news));
    this.meter = new Meter(settings.limits(), clock);
    var address = new Address();
    var routes = new Routes();
    more.accept(routes, store);
    register(routes, address);
    this.server = SandboxServer.start(settings.port(), routes, new JiraHouse(clock), nemesis);
    address.is(server.baseUrl());
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
    return start(settings, (routes, store) -> more.accept(routes));
  }

  /** The same for places that show what the site holds, see {@link SiteStore#revision}. */
  public static JiraSite start(JiraSettings settings, BiConsumer<Routes, SiteStore> more) {
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
    return new Hand(store, desks.issues(), desks.annex(), Cause.of(person));
  }

  public SiteStore store() {
    return store;
  }

  public Calls calls() {
    return server.calls();
  }

  /** Rate-limit points that apps used in this hour. */
  public int pointsUsed() {
    return meter.used();
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

  private static SiteState kept(JiraSettings settings) {
    return settings.stateFile().map(SiteFile::new).map(SiteFile::load).orElse(SiteState.empty());
  }

  private void register(Routes routes, Address address) {
    var clock = settings.pace().clock();
    RandomGenerator random =
        RandomGeneratorFactory.of("L64X128MixRandom").create(settings.pace().seed());
    var people = new PersonView(store, address);
    var views = new Site.Views(new IssueView(store, address), people, address);
    var site = new Site(store, desks, views, new Jql(store, clock));
    var callers = new Callers(store, new SharedSecretTokens(clock));
    new RestApi(site, callers, meter).register(routes, clock, random);
    new SessionRoutes(store, callers).register(routes);
    new PictureRoutes(store).register(routes);
  }
}
