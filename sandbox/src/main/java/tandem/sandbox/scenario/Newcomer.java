package tandem.sandbox.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * What a newcomer would click together, done for them: install the app into the sandbox's Jira by
 * the signed handshake, connect the sandbox's Linear by OAuth, map the project to the team,
 * backfill. A step that is done already is left alone, so the scenario can run at each start. A
 * step that fails ends it with {@link ScenarioFailed}; what was done before stays.
 */
public final class Newcomer {
  private static final Duration LONGEST_START = Duration.ofMinutes(5);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(300);
  private static final int MOST_LOOKS = 12_000;
  private static final int UNAUTHORIZED = 401;
  private static final String MODULE = "tandem-tradeoff";

  private final Addresses at;
  private final Cast cast;
  private final Consumer<String> say;
  private final Browser browser = new Browser();

  /** The three servers, each without a slash at its end. */
  public record Addresses(URI app, URI jira, URI linear) {}

  /**
   * Who acts in Jira, by account id, and on what. In Linear the first administrator acts.
   *
   * @param budgets shares in percent by name; {@code budget:<name>} is the label in Jira
   */
  public record Cast(
      String jiraAdmin, String projectKey, String teamKey, Map<String, Integer> budgets) {
    /** With the two usual budgets. */
    public Cast(String jiraAdmin, String projectKey, String teamKey) {
      this(jiraAdmin, projectKey, teamKey, Map.of("features", 80, "system-health", 20));
    }
  }

  /**
   * @param say told of each step, in a person's words
   */
  public Newcomer(Addresses at, Cast cast, Consumer<String> say) {
    this.at = at;
    this.cast = cast;
    this.say = say;
  }

  /**
   * Runs all steps.
   *
   * @param clock bounds the wait for the app
   * @param stopped counted down when nobody wants the scenario any more
   */
  public void run(InstantSource clock, CountDownLatch stopped) throws InterruptedException {
    if (!appIsUp(clock, stopped)) {
      return;
    }
    signIn(at.jira(), "accountId", cast.jiraAdmin());
    signIn(at.linear(), "userId", linearAdmin());
    String addon = install();
    connect(addon);
    map(addon);
    backfill(addon, stopped);
  }

  private boolean appIsUp(InstantSource clock, CountDownLatch stopped) throws InterruptedException {
    say.accept("waiting for the app at " + at.app());
    var deadline = clock.instant().plus(LONGEST_START);
    while (!browser.answers(at.app().resolve("/health"))) {
      if (clock.instant().isAfter(deadline)) {
        throw new ScenarioFailed(
            "The app at %s was not ready within %d minutes; the sandbox runs without it."
                .formatted(at.app(), LONGEST_START.toMinutes()));
      }
      if (stopped.await(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS)) {
        return false;
      }
    }
    return true;
  }

  private void signIn(URI server, String name, String id) throws InterruptedException {
    browser.send("POST", server.resolve("/sandbox/session"), Map.of(), Map.of(name, id));
  }

  private String linearAdmin() throws InterruptedException {
    for (JsonNode person : browser.getJson(at.linear().resolve("/sandbox/people"), Map.of())) {
      if (person.path("admin").asBoolean()) {
        return person.path("userId").asText();
      }
    }
    throw new ScenarioFailed("Nobody in the sandbox's Linear is an administrator.");
  }

  private String install() throws InterruptedException {
    var descriptor = at.app().resolve("/atlassian-connect.json");
    String key = browser.getJson(descriptor, Map.of()).path("key").asText();
    var apps = at.jira().resolve("/sandbox/apps");
    boolean isListed = isListed(key, apps);
    if (isListed && isKnownToTheApp(key)) {
      say.accept("the app is installed in the sandbox's Jira");
      return key;
    }
    browser.send("POST", apps, Map.of(), Map.of("descriptorUrl", descriptor.toString()));
    say.accept(
        isListed
            ? "the app had forgotten the sandbox's Jira; installed it anew"
            : "installed the app into the sandbox's Jira");
    return key;
  }

  private boolean isListed(String key, URI apps) throws InterruptedException {
    for (JsonNode app : browser.getJson(apps, Map.of())) {
      if (app.path("key").asText().equals(key)) {
        return true;
      }
    }
    return false;
  }

  /** Its data may have been deleted since it was installed. */
  private boolean isKnownToTheApp(String addon) throws InterruptedException {
    return browser.status(admin("linear"), asAdmin(addon)) != UNAUTHORIZED;
  }

  private void connect(String addon) throws InterruptedException {
    var state = browser.getJson(admin("linear"), asAdmin(addon));
    if (state.path("state").asText().equals("connected")) {
      say.accept("the sandbox's Linear is connected");
      return;
    }
    var begun = browser.send("POST", admin("linear/connect"), asAdmin(addon), null);
    var consent = URI.create(begun.path("authorizeUrl").asText());
    var callback = browser.submit(at.linear().resolve("/oauth/authorize"), consent(consent));
    browser.getText(callback);
    say.accept("connected the sandbox's Linear by OAuth");
  }

  /** The consent form's answer: everything that the app asked for, and the person's yes. */
  private static String consent(URI authorize) {
    return authorize.getRawQuery() + "&decision=allow";
  }

  private void map(String addon) throws InterruptedException {
    for (JsonNode known : browser.getJson(admin("mappings"), asAdmin(addon)).path("mappings")) {
      if (known.at("/project/key").asText().equals(cast.projectKey())) {
        say.accept(cast.projectKey() + " is mapped");
        return;
      }
    }
    browser.send("PUT", mapping(""), asAdmin(addon), rules(teamId(addon)));
    say.accept("mapped %s to %s".formatted(cast.projectKey(), cast.teamKey()));
  }

  private void backfill(String addon, CountDownLatch stopped) throws InterruptedException {
    var state = backfillState(addon);
    if (!isDone(state)) {
      browser.send("POST", mapping("/backfill"), asAdmin(addon), null);
    }
    for (int looks = 0; looks < MOST_LOOKS && !isDone(state); looks++) {
      if (stopped.await(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
      state = backfillState(addon);
    }
    say.accept(
        "backfill %s: %s".formatted(state.path("state").asText(), state.path("said").asText()));
  }

  private JsonNode backfillState(String addon) throws InterruptedException {
    return browser.getJson(mapping("/backfill"), asAdmin(addon));
  }

  private static boolean isDone(JsonNode state) {
    return state.path("state").asText().equals("done");
  }

  private URI mapping(String rest) {
    return admin("mappings/" + cast.projectKey() + rest);
  }

  private String teamId(String addon) throws InterruptedException {
    for (JsonNode team : browser.getJson(admin("linear/teams"), asAdmin(addon)).path("teams")) {
      if (team.path("key").asText().equals(cast.teamKey())) {
        return team.path("id").asText();
      }
    }
    throw new ScenarioFailed("The app does not see the team " + cast.teamKey() + " in Linear.");
  }

  private Map<String, Object> rules(String teamId) {
    var budgets =
        cast.budgets().entrySet().stream().sorted(Map.Entry.comparingByKey()).map(Newcomer::budget);
    return Map.of("linearTeamId", teamId, "budgets", budgets.toList(), "policy", "latest");
  }

  private static Map<String, Object> budget(Map.Entry<String, Integer> each) {
    var label = "budget:" + each.getKey();
    return Map.of("name", each.getKey(), "share", each.getValue(), "label", label);
  }

  private URI admin(String path) {
    return at.app().resolve("/api/admin/" + path);
  }

  /** The authorization of a panel in front of the administrator; a fresh one for each call. */
  private Map<String, String> asAdmin(String addon) throws InterruptedException {
    var query =
        "/sandbox/context-token?addonKey=%s&moduleKey=%s&projectKey=%s"
            .formatted(addon, MODULE, cast.projectKey());
    return Map.of("Authorization", "JWT " + browser.getText(at.jira().resolve(query)));
  }
}
