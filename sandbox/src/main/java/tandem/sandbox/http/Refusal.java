package tandem.sandbox.http;

/** Ends an operation with an answer, usually an error in the service's own shape. */
public final class Refusal extends RuntimeException {
  private final transient Reply reply;

  public Refusal(Reply reply) {
    super("refused with " + reply.status(), null, false, false);
    this.reply = reply;
  }

  public Reply reply() {
    return reply;
  }
}
