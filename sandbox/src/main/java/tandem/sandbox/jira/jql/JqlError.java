package tandem.sandbox.jira.jql;

/** A query that Jira refuses; the message is for {@code errorMessages}. */
public final class JqlError extends RuntimeException {
  public JqlError(String message) {
    super(message, null, false, false);
  }

  public String text() {
    return String.valueOf(getMessage());
  }
}
