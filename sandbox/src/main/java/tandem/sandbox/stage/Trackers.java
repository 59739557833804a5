package tandem.sandbox.stage;

import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import tandem.sandbox.fault.FaultPlan;
import tandem.sandbox.jira.JiraSettings;
import tandem.sandbox.jira.JiraSite;
import tandem.sandbox.jira.limit.Limits;
import tandem.sandbox.linear.LinearService;
import tandem.sandbox.linear.LinearSettings;
import tandem.sandbox.linear.OAuthApplication;

/** A Jira site and a Linear workspace in this process, filled with pairs of issues. */
public final class Trackers implements AutoCloseable {
  static final String PROJECT = "LOAD";
  static final String TEAM = "LOD";
  static final String CLIENT = "tandem-sandbox";
  static final String SECRET = "client-secret-of-the-stage";

  /** What Linear signs its webhooks with. */
  public static final String WEBHOOK_SECRET = "webhook-secret-of-the-stage";

  private static final String TWIN =
      "mutation($issue: IssueCreateInput!, $link: AttachmentCreateInput!) {"
          + " issueCreate(input: $issue) { success } attachmentCreate(input: $link) { success } }";

  private static final long VERSION_4 = 0x4000;

  private final JiraSite jira;
  private final LinearService linear;
  private final String linearAdmin;
  private final String team;
  private final List<Pair> pairs = new ArrayList<>();

  private Trackers(JiraSite jira, LinearService linear) {
    this.jira = jira;
    this.linear = linear;
    jira.hand().project(PROJECT, "Load");
    linear.seed().organization("Load", "load");
    this.linearAdmin = linear.seed().person("Lin Admin", "lin@example.com", true);
    this.team = linear.seed().team(TEAM, "Load");
  }

  /** Starts both and makes the pairs, which no app hears of yet. */
  static Trackers open(StageOptions options, InstantSource clock) {
    var jira = JiraSettings.standard().at(clock).seeded(options.seed());
    var linear = LinearSettings.defaults().at(clock).seeded(options.seed());
    var trackers =
        new Trackers(
            JiraSite.start(jira.limitedTo(jiraLimits(options.limits()))),
            LinearService.start(linear.limited(linearLimits(options.limits()))));
    for (int number = 0; number < options.pairs(); number++) {
      trackers.pairs.add(trackers.pair(number, options.seed()));
    }
    return trackers;
  }

  private static Limits jiraLimits(StageOptions.Allowance allowance) {
    var documented = Limits.documented();
    return switch (allowance) {
      case TEN_HOURS_IN_ONE -> documented.points(allowance.jiraPointsPerHour());
      case BOUNDLESS ->
          documented
              .points(allowance.jiraPointsPerHour())
              .bursts(Limits.Burst.of(1_000_000))
              .writes();
    };
  }

  private static tandem.sandbox.linear.access.Limits linearLimits(
      StageOptions.Allowance allowance) {
    var documented = tandem.sandbox.linear.access.Limits.documented();
    return switch (allowance) {
      case TEN_HOURS_IN_ONE ->
          documented.withApplication(
              allowance.linearRequestsPerHour(), allowance.linearPointsPerHour());
      case BOUNDLESS ->
          documented.withApplication(allowance.linearRequestsPerHour(), 1_000_000_000_000L);
    };
  }

  private Pair pair(int number, long seed) {
    var issue = jira.hand().issue(PROJECT, "Issue " + number, "ordinary-" + number % 5);
    var twin = new UUID(seed << 16 | VERSION_4, Long.MIN_VALUE | number).toString();
    linear.ask(
        linearAdmin,
        TWIN,
        Map.of(
            "issue",
            Map.of("id", twin, "teamId", team, "title", "Issue " + number),
            "link",
            Map.of(
                "issueId",
                twin,
                "url",
                jira.baseUrl() + "/browse/" + issue.key(),
                "title",
                issue.key())));
    return new Pair(number, issue.id(), issue.key(), twin);
  }

  /** Tells Linear of the app, whose base URL this is. */
  void expect(URI app) {
    linear.registerApplication(
        new OAuthApplication(
            new OAuthApplication.Client("Tandem", CLIENT, SECRET),
            List.of(app.resolve("/linear/callback")),
            OAuthApplication.Hook.onEverything(app.resolve("/webhooks/linear"), WEBHOOK_SECRET)));
  }

  public JiraSite jira() {
    return jira;
  }

  public LinearService linear() {
    return linear;
  }

  /** The id of Linear's admin. */
  public String linearAdmin() {
    return linearAdmin;
  }

  public List<Pair> pairs() {
    return pairs;
  }

  /** What goes wrong from now on. */
  public void set(FaultPlan inJira, FaultPlan inLinear) {
    jira.nemesis().set(inJira);
    linear.nemesis().set(inLinear);
  }

  /** Nothing goes wrong from now on. */
  public void calm() {
    set(FaultPlan.none(), FaultPlan.none());
  }

  /** Whoever listens is told of each event that is lost on its way, with its body. */
  public void tellOfLosses(BiConsumer<Tracker, String> listener) {
    jira.nemesis().tellOfLosses(body -> listener.accept(Tracker.JIRA, body));
    linear.nemesis().tellOfLosses(body -> listener.accept(Tracker.LINEAR, body));
  }

  /** API calls of the app so far, on both sides. */
  public long appCalls() {
    return jira.calls().of("app") + linear.calls().of("app");
  }

  @Override
  public void close() {
    linear.close();
    jira.close();
  }
}
