package tandem.sandbox.http;

/** How the imitated service speaks where the server answers for it. */
public interface House {
  /** The kind of caller, for the call counter. {@code person} is spared by the nemesis. */
  String caller(Call call);

  /**
   * The name under which a call is counted and faults are planned: its route, or something finer.
   */
  default String operation(Call call) {
    return call.operation();
  }

  /** The service's rate-limit answer for this reason. */
  Reply limited(Call call, String reason);

  /** The service's answer when it is broken, with this status (500 to 599 as a rule). */
  Reply broken(Call call, int status);
}
