package tandem.sandbox.jira;

import java.net.URI;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import tandem.sandbox.fault.Nemesis;
import tandem.sandbox.http.Call;
import tandem.sandbox.http.Calls;
import tandem.sandbox.http.Courier;
import tandem.sandbox.http.Reply;
import tandem.sandbox.http.Routes;
import tandem.sandbox.http.SandboxServer;
import tandem.sandbox.jira.connect.Connect;
import tandem.sandbox.jira.connect.Place;
import tandem.sandbox.jira.desk.AnnexDesk;
import tandem.sandbox.jira.desk.IssueDesk;
import tandem.sandbox.jira.desk.Newsroom;
import tandem.sandbox.jira.jql.Jql;
import tandem.sandbox.jira.limit.Meter;
import tandem.sandbox.jira.rest.RestApi;
import tandem.sandbox.jira.rest.Site;
import tandem.sandbox.jira.state.Cause;
import tandem.sandbox.jira.state.InstalledApp;
import tandem.sandbox.jira.state.Keeper;
import tandem.sandbox.jira.state.Person;
import tandem.sandbox.jira.state.SiteFile;
import tandem.sandbox.jira.state.SiteState;
import tandem.sandbox.jira.state.SiteStore;
import tandem.sandbox.jira.view.Address;
import tandem.sandbox.jira.view.IssueView;
import tandem.sandbox.jira.view.PersonView;

/**
 * A Jira Cloud site on localhost. Starts with the people of {@link Cast} and nothing else, or with
 * what its state file kept. State is saved within a second of a change, and at close.
 */
public final class JiraSite implements AutoCloseable {
  private final JiraSettings settings;
  private final SiteStore store;
  private final Nemesis nemesis;
  private final Site.Desks desks;
  private final Meter meter;
  private final Connect connect;
  private final SandboxServer server;
  private final Optional<Keeper> keeper;

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
    var people = new PersonView(store, address);
    var looks = new Connect.Looks(new IssueView(store, address), people, address);
    var courier = new Courier(nemesis, settings.pace().webhookRetries());
    this.connect =
        new Connect(store, looks, new Connect.Nature(clock, new SecureRandom()), courier);
    news.listen(connect::tell);
    var routes = new Routes();
    more.accept(routes, store);
    register(routes, looks);
    this.server = SandboxServer.start(settings.port(), routes, new JiraHouse(clock), nemesis);
    address.is(server.baseUrl());
    this.keeper = settings.stateFile().map(SiteFile::new).map(file -> new Keeper(store, file));
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

  /**
   * Installs a Connect app by the signed handshake.
   *
   * @throws tandem.sandbox.jira.connect.InstallFailed with the reason in words
   */
  public InstalledApp install(URI descriptorUrl) {
    return connect.apps().install(descriptorUrl);
  }

  /** False when no such app was installed. */
  public boolean uninstall(String appKey) {
    return connect.apps().uninstall(appKey);
  }

  /** What {@code AP.context.getToken} gives this person in a frame of the app on no issue. */
  public String contextToken(String appKey, Person person) {
    return contextToken(appKey, person, Place.NOWHERE);
  }

  /** The same for a frame at this place, see {@link Place#of}. */
  public String contextToken(String appKey, Person person, Place place) {
    return connect.frames().contextToken(store.app(appKey).orElseThrow(), person, place);
  }

  /** Webhook deliveries that are not settled yet; 0 means that every app heard everything. */
  public int webhooksUnderWay() {
    return connect.webhooksUnderWay();
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
    connect.close();
    keeper.ifPresent(Keeper::close);
  }

  private static SiteState kept(JiraSettings settings) {
    return settings.stateFile().map(SiteFile::new).map(SiteFile::load).orElse(SiteState.empty());
  }

  private void register(Routes routes, Connect.Looks looks) {
    var clock = settings.pace().clock();
    RandomGenerator random =
        RandomGeneratorFactory.of("L64X128MixRandom").create(settings.pace().seed());
    var views = new Site.Views(looks.issues(), looks.people(), looks.address());
    var site = new Site(store, desks, views, new Jql(store, clock));
    new RestApi(site, connect.callers(), meter).register(routes, clock, random);
    connect.register(routes);
    new SessionRoutes(store, connect.callers()).register(routes);
    new PictureRoutes(store).register(routes);
  }
}
