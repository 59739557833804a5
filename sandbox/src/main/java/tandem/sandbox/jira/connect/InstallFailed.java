package tandem.sandbox.jira.connect;

/** An app that could not be installed; the message says why, for people. */
public final class InstallFailed extends RuntimeException {
  public InstallFailed(String message) {
    super(message);
  }

  public InstallFailed(String message, Throwable cause) {
    super(message, cause);
  }
}
