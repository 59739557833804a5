package tandem.app.runtime;

/**
 * What the trackers allow in an hour, background work and people together.
 *
 * @param jiraPointsOfAll points of Jira's cost model for all sites together, as Jira counts them
 * @param jiraPointsOfATenant how much of that one site may use
 * @param linearRequestsOfATenant requests to one Linear workspace
 * @param linearPointsOfATenant their points of complexity, as Linear counts them
 */
record HourlyLimits(
    int jiraPointsOfAll,
    int jiraPointsOfATenant,
    int linearRequestsOfATenant,
    int linearPointsOfATenant) {
  /** One site may use half of what all have. */
  static HourlyLimits of(int jiraPoints, int linearRequests, int linearPoints) {
    return new HourlyLimits(jiraPoints, Math.max(1, jiraPoints / 2), linearRequests, linearPoints);
  }
}
