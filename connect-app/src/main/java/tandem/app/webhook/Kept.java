package tandem.app.webhook;

import java.util.function.ToIntFunction;
import org.springframework.stereotype.Component;
import tandem.sync.engine.Intake;
import tandem.sync.model.InstallationId;

/**
 * Hands news to the engine's intake and wakes the engine for the tenant whose link became dirty by
 * it.
 */
@Component
class Kept {
  private final Intake intake;
  private final Wake wake;

  Kept(Intake intake, Wake wake) {
    this.intake = intake;
    this.wake = wake;
  }

  /** The news are durable when this returns. */
  void wakeFor(InstallationId tenant, ToIntFunction<Intake> news) {
    if (news.applyAsInt(intake) > 0) {
      wake.up(tenant);
    }
  }
}
