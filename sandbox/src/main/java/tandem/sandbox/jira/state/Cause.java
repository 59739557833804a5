package tandem.sandbox.jira.state;

/**
 * Who changed something, and the trace that the change carried.
 *
 * @param trace the {@code X-Atlassian-Webhook-Trace} header of the write, "" when it had none
 */
public record Cause(Person by, String trace) {
  public static Cause of(Person by) {
    return new Cause(by, "");
  }
}
