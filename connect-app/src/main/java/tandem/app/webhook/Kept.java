package tandem.app.webhook;

import java.util.function.ToIntFunction;
import org.springframework.stereotype.Component;
import tandem.sync.engine.Intake;

/** Hands news to the engine's intake and wakes the loop where a link became dirty by it. */
@Component
class Kept {
  private final Intake intake;
  private final Wake wake;

  Kept(Intake intake, Wake wake) {
    this.intake = intake;
    this.wake = wake;
  }

  /** The news are durable when this returns. */
  void wakeFor(ToIntFunction<Intake> news) {
    if (news.applyAsInt(intake) > 0) {
      wake.up();
    }
  }
}
