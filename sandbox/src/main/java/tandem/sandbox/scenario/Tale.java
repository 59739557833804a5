package tandem.sandbox.scenario;

import tandem.sandbox.jira.JiraSite;
import tandem.sandbox.linear.LinearService;

/** The checkout team's story in both trackers: what a new sandbox holds. */
public final class Tale {
  /** Key of the Jira project. */
  public static final String PROJECT = JiraTale.PROJECT;

  /** Key of the Linear team. */
  public static final String TEAM = LinearTale.TEAM;

  private final JiraSite jira;
  private final LinearService linear;
  private final StoryClock clock;

  /**
   * @param clock that both servers run on
   */
  public Tale(JiraSite jira, LinearService linear, StoryClock clock) {
    this.jira = jira;
    this.linear = linear;
    this.clock = clock;
  }

  /** Whether the site is as new as on its first day. */
  public boolean isUntold() {
    return jira.store().projects().isEmpty();
  }

  /** Fills both trackers and links the twins to each other, in Jira and in Linear. */
  public void tell() {
    var team = CheckoutTeam.read();
    var inJira = new JiraTale(team, jira, clock);
    var keys = inJira.tell();
    clock.runOn();
    var twins = new LinearTale(team, linear, clock).tell(keys, jira.baseUrl());
    clock.runOn();
    twins.forEach(
        (key, twin) -> inJira.link(key, twin.url(), twin.identifier() + " " + twin.title()));
  }
}
