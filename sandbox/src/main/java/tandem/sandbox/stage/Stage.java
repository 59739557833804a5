package tandem.sandbox.stage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import tandem.sandbox.http.Json;
import tandem.sandbox.jira.Cast;
import tandem.sandbox.scenario.Newcomer;
import tandem.sandbox.scenario.ScenarioFailed;

/**
 * Both trackers with pairs of issues, and the app installed, connected, mapped and backfilled
 * between them. Closing it stops everything; logs and databases stay in its folder.
 */
public final class Stage implements AutoCloseable {
  private static final String APP = "tandem";
  private static final Duration START_PATIENCE = Duration.ofMinutes(3);

  private final Trackers trackers;
  private final People people;
  private final Patience patience;
  private final House house;
  private final Office office;

  private Stage(StageOptions options, InstantSource clock) throws InterruptedException {
    this.patience = new Patience(clock);
    this.trackers = Trackers.open(options, clock);
    this.people = new People(trackers);
    this.house = House.of(options, trackers, patience);
    this.office = new Office(house.url(), trackers.jira(), patience);
    trackers.expect(house.url());
  }

  /**
   * Sets the stage.
   *
   * @param say told of each step, in a person's words
   */
  public static Stage open(StageOptions options, InstantSource clock, Consumer<String> say)
      throws InterruptedException {
    say.accept("making %d pairs of issues".formatted(options.pairs()));
    var stage = new Stage(options, clock);
    try {
      stage.welcome(say);
      return stage;
    } catch (RuntimeException | InterruptedException e) {
      stage.close();
      throw e;
    }
  }

  /** Starts the app and does what a newcomer would; also after its database was lost. */
  public void welcome(Consumer<String> say) throws InterruptedException {
    house.nodes().forEach(AppNode::start);
    if (!patience.until(this::allReady, START_PATIENCE)) {
      throw new ScenarioFailed("The app did not start; its words are in " + house.logs());
    }
    var at =
        new Newcomer.Addresses(
            house.url(),
            URI.create(trackers.jira().baseUrl()),
            URI.create(trackers.linear().baseUrl()));
    var cast =
        new Newcomer.Cast(
            Cast.ADMIN.accountId(), Trackers.PROJECT, Trackers.TEAM, Budgets.shares());
    new Newcomer(at, cast, say).run(patience.clock(), new CountDownLatch(1));
    people.learnLabels();
  }

  /**
   * The database of the only node is lost with all that the app knew, also the keys; the app is
   * installed anew.
   */
  public void loseEverything(Consumer<String> say) throws InterruptedException {
    house.first().close();
    house.forget();
    trackers.jira().uninstall(APP);
    welcome(say);
  }

  private boolean allReady() {
    return house.nodes().stream().allMatch(AppNode::isReady);
  }

  public Trackers trackers() {
    return trackers;
  }

  public People people() {
    return people;
  }

  public Deciders deciders() {
    return new Deciders(trackers);
  }

  public Beginners beginners() {
    return new Beginners(trackers);
  }

  public Patience patience() {
    return patience;
  }

  public Office office() {
    return office;
  }

  public House house() {
    return house;
  }

  public List<Pair> pairs() {
    return trackers.pairs();
  }

  /**
   * Changes the mapping's rule for issues that have no twin.
   *
   * @param side where one is created for them: {@code linear}, {@code jira} or {@code none}
   */
  public void createTwins(String side) throws InterruptedException {
    var path = "mappings/" + Trackers.PROJECT;
    var mapping = office.get(path);
    var rules = Json.object();
    rules.put("linearTeamId", mapping.at("/team/id").asText()).put("create", side);
    rules.set("policy", mapping.path("policy"));
    rules.set("budgets", mapping.path("budgets"));
    rules.path("budgets").forEach(budget -> ((ObjectNode) budget).remove("linearLabelId"));
    office.send("PUT", path, rules);
  }

  /** How the backfill stands. */
  public JsonNode backfill() throws InterruptedException {
    return office.get("mappings/" + Trackers.PROJECT + "/backfill");
  }

  public void startBackfill() throws InterruptedException {
    office.send("POST", "mappings/" + Trackers.PROJECT + "/backfill", null);
  }

  /** Whether a backfill that began at this moment or later is done. */
  public boolean isBackfilledSince(Instant moment) {
    try {
      var state = backfill();
      return state.path("state").asText().equals("done")
          && !Instant.parse(state.path("startedAt").asText()).isBefore(moment);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Has both sides searched at once for what no event told of. */
  public void startSweep() throws InterruptedException {
    office.send("POST", "mappings/" + Trackers.PROJECT + "/sweep", null);
  }

  /**
   * Whether nothing waits and nothing is being filled back, and both sides were searched since a
   * moment: what the app knows then is what stands in the trackers.
   */
  public boolean isAtRestSince(Instant moment) {
    try {
      var swept = office.get("mappings/" + Trackers.PROJECT + "/sweep");
      return isAfter(swept.at("/jira/sweptAt"), moment)
          && isAfter(swept.at("/linear/sweptAt"), moment)
          && backfill().path("state").asText().equals("done")
          && office.get("health").at("/counts/waiting").asInt(-1) == 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static boolean isAfter(JsonNode time, Instant moment) {
    return time.isTextual() && Instant.parse(time.asText()).isAfter(moment);
  }

  /** What the app wrote, newest first. */
  public List<JsonNode> receipts() throws InterruptedException {
    return office.list("mappings/" + Trackers.PROJECT + "/receipts", "receipts");
  }

  /** All receipts of decisions. */
  public List<JsonNode> decisionReceipts() throws InterruptedException {
    return office.list("mappings/" + Trackers.PROJECT + "/decisions/receipts", "receipts");
  }

  @Override
  public void close() {
    house.close();
    trackers.close();
  }
}
