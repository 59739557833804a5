package tandem.sandbox.stage;

/**
 * A Jira issue and its twin in Linear.
 *
 * @param number from 0, in the order of making
 */
public record Pair(int number, String jiraId, String jiraKey, String linearId) {}
