package tandem.sandbox.jira.desk;

/** The issue was deleted by somebody else in this very moment. */
public final class GoneException extends RuntimeException {
  public GoneException(String id) {
    super("issue " + id + " is gone");
  }
}
