package tandem.app.webhook;

/** Tells the engine loop of this node that something became due. A hint: losing it costs a poll. */
@FunctionalInterface
public interface Wake {
  void up();
}
