package tandem.sandbox.trial;

import java.util.concurrent.atomic.AtomicInteger;
import tandem.sandbox.http.Call;
import tandem.sandbox.http.Reply;
import tandem.sandbox.stage.AppNode;
import tandem.sandbox.stage.Stage;

/**
 * Kills the app when Linear has made a twin for it and before it hears of that: the moment in which
 * a second attempt would make a second one.
 */
final class Ambush {
  private static final String CREATION = "CreateTwin";

  private final Stage stage;
  private final AtomicInteger left = new AtomicInteger();

  Ambush(Stage stage) {
    this.stage = stage;
    stage.trackers().linear().witness(this::see);
  }

  /** So many times from now on; 0 for no more. */
  void lie(int times) {
    left.set(times);
  }

  private void see(Call call, Reply reply) {
    if (left.get() > 0 && isCreation(call) && left.getAndDecrement() > 0) {
      stage.house().nodes().forEach(AppNode::kill);
    }
  }

  private static boolean isCreation(Call call) {
    return call.operation().equals("POST /graphql")
        && call.json().path("query").asText().contains(CREATION);
  }
}
