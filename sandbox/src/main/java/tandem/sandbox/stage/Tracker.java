package tandem.sandbox.stage;

/** One of the two sides. */
public enum Tracker {
  JIRA,
  LINEAR;

  public Tracker other() {
    return this == JIRA ? LINEAR : JIRA;
  }
}
