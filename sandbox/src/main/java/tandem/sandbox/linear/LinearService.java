package tandem.sandbox.linear;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import tandem.sandbox.fault.Nemesis;
import tandem.sandbox.http.Call;
import tandem.sandbox.http.Calls;
import tandem.sandbox.http.Json;
import tandem.sandbox.http.Reply;
import tandem.sandbox.http.Routes;
import tandem.sandbox.http.SandboxServer;
import tandem.sandbox.linear.access.Allowances;
import tandem.sandbox.linear.access.AuthorizeDesk;
import tandem.sandbox.linear.access.Caller;
import tandem.sandbox.linear.access.Callers;
import tandem.sandbox.linear.access.Consents;
import tandem.sandbox.linear.access.Grants;
import tandem.sandbox.linear.access.TokenDesk;
import tandem.sandbox.linear.graphql.Answer;
import tandem.sandbox.linear.graphql.Asked;
import tandem.sandbox.linear.graphql.GraphqlApi;
import tandem.sandbox.linear.graphql.Premises;
import tandem.sandbox.linear.state.Kind;
import tandem.sandbox.linear.state.Row;
import tandem.sandbox.linear.state.Site;
import tandem.sandbox.linear.state.Workspace;
import tandem.sandbox.linear.webhook.Announcer;
import tandem.sandbox.linear.webhook.Deliveries;

/**
 * One Linear workspace on localhost, running from {@link #start} to {@link #close}. Safe for use by
 * many threads.
 */
public final class LinearService implements AutoCloseable {
  static final String GRAPHQL = "POST /graphql";

  private final Workspace workspace;
  private final Nemesis nemesis;
  private final Optional<StateFile> file;
  private final Access access;
  private final GraphqlApi api;
  private final Deliveries deliveries;
  private final SandboxServer server;

  /** Who may do what, and the ways to fill a workspace. */
  private record Access(Callers callers, Allowances allowances, Grants grants, LinearSeed seed) {}

  private LinearService(LinearSettings settings, Consumer<Routes> pages) {
    InstantSource clock = settings.chance().clock();
    workspace = new Workspace(clock);
    nemesis = new Nemesis(settings.chance().seed());
    file = settings.place().state().map(path -> StateFile.open(path, workspace));
    Randomness random = randomness(settings);
    access = access(settings, random);
    deliveries = new Deliveries(workspace, nemesis, settings.behaviour().webhooks(), clock);
    AtomicReference<String> base = new AtomicReference<>("");
    Site site = new Site(base::get);
    workspace.watch(
        new Announcer(workspace, deliveries, new Announcer.Outside(site, clock, random::id)));
    api =
        new GraphqlApi(
            new Premises(
                workspace,
                site,
                new Premises.Outside(clock, random::id),
                new Premises.Habits(settings.behaviour().swapInOneUpdate())));
    Routes routes = routes(clock, random);
    routes.own("GET", "/sandbox/linear", call -> Reply.json(meters()));
    pages.accept(routes);
    server = SandboxServer.start(settings.place().port(), routes, new LinearHouse(), nemesis);
    base.set(server.baseUrl());
  }

  /** Starts at once; a workspace that was kept is as it was, a new one has a name and no more. */
  public static LinearService start(LinearSettings settings) {
    return start(settings, routes -> {});
  }

  /** As {@link #start(LinearSettings)}, with pages and other places of the caller's own. */
  public static LinearService start(LinearSettings settings, Consumer<Routes> pages) {
    return new LinearService(settings, pages);
  }

  /** {@code http://localhost:<port>}, without a slash at its end. */
  public String baseUrl() {
    return server.baseUrl();
  }

  public URI apiUrl() {
    return URI.create(baseUrl() + "/graphql");
  }

  public URI authorizeUrl() {
    return URI.create(baseUrl() + "/oauth/authorize");
  }

  public URI tokenUrl() {
    return URI.create(baseUrl() + "/oauth/token");
  }

  public URI revokeUrl() {
    return URI.create(baseUrl() + "/oauth/revoke");
  }

  /** Registers an OAuth application, or changes the one with the same client id. */
  public void registerApplication(OAuthApplication application) {
    access.seed().application(application);
  }

  /** Removes an application from the workspace: all of its tokens end at once. */
  public void removeApplication(String clientId) {
    access.grants().revokeAll(clientId);
  }

  public LinearSeed seed() {
    return access.seed();
  }

  /**
   * Calls of the API by kind of caller ({@code app}, {@code key}, {@code person}) and operation.
   */
  public Calls calls() {
    return server.calls();
  }

  /** Grows with every changed row: how a page learns that it shows the past. */
  public long lastSyncId() {
    return workspace.lastSyncId();
  }

  public Nemesis nemesis() {
    return nemesis;
  }

  /** Shows every counted call with its true reply. */
  public void witness(BiConsumer<Call, Reply> witness) {
    server.witness(witness);
  }

  /** How many GraphQL requests did not fit the schema. */
  public long validationErrors() {
    return api.validationErrors();
  }

  /** How many webhook events are on their way, retries included. */
  public int pendingWebhooks() {
    return deliveries.pending();
  }

  /** The ids of the workspace's people, in the order in which they came; applications left out. */
  public List<String> people() {
    return workspace.read(
        rows -> rows.all(Kind.USER).stream().filter(row -> !row.flag("app")).map(Row::id).toList());
  }

  /**
   * Asks GraphQL as this person would in a browser, without HTTP, limits or faults.
   *
   * @return {@code data}
   * @throws IllegalArgumentException if the answer holds errors
   */
  public JsonNode ask(String userId, String query, Map<String, ?> variables) {
    Caller caller = access.callers().person(userId).orElseThrow();
    Asked asked = new Asked(query, Optional.empty(), new LinkedHashMap<>(variables));
    Answer answer =
        api.execute(asked, caller, points -> access.allowances().standing(caller, points));
    JsonNode body = Json.tree(answer.body());
    if (body.has("errors")) {
      throw new IllegalArgumentException(body.path("errors").toString());
    }
    return body.path("data");
  }

  @Override
  public void close() {
    server.close();
    deliveries.close();
    file.ifPresent(StateFile::close);
  }

  private Map<String, Object> meters() {
    return Map.of("validationErrors", validationErrors(), "pendingWebhooks", pendingWebhooks());
  }

  /** A kept workspace must not get the ids again that it was given when it was new. */
  private Randomness randomness(LinearSettings settings) {
    long seed = settings.chance().seed();
    boolean fresh = workspace.everything().isEmpty();
    return new Randomness(fresh ? seed : seed ^ settings.chance().clock().millis());
  }

  private Access access(LinearSettings settings, Randomness random) {
    InstantSource clock = settings.chance().clock();
    LinearSeed seed = new LinearSeed(workspace, random);
    if (workspace.everything().isEmpty()) {
      seed.found();
    }
    Grants.Random secrets = new Grants.Random(random::id, random::token);
    return new Access(
        new Callers(workspace, clock),
        new Allowances(settings.limits(), clock),
        new Grants(workspace, secrets, settings.behaviour().tokens()),
        seed);
  }

  private Routes routes(InstantSource clock, Randomness random) {
    Consents consents = new Consents(clock, random::token);
    Routes routes = new Routes();
    new LinearRoutes(
            workspace,
            new LinearRoutes.Desks(
                new GraphqlEndpoint(access.callers(), access.allowances(), api),
                new AuthorizeDesk(workspace, access.grants(), consents),
                new TokenDesk(consents, access.grants()),
                access.grants()))
        .register(routes);
    return routes;
  }
}
