package tandem.sandbox.bench;

import tandem.sandbox.stage.Trackers;

/**
 * What the app used of the trackers so far.
 *
 * @param calls of both trackers' APIs
 * @param jiraPoints as Jira counts them
 */
record Tally(long calls, long jiraPoints) {
  static Tally of(Trackers trackers) {
    return new Tally(trackers.appCalls(), trackers.jira().pointsUsed());
  }

  Tally since(Tally before) {
    return new Tally(calls - before.calls, jiraPoints - before.jiraPoints);
  }
}
