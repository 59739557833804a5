package tandem.sandbox.scenario;

/** A step of a scenario did not work; the message says which call and what was answered. */
public final class ScenarioFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ScenarioFailed(String message) {
    super(message);
  }
}
