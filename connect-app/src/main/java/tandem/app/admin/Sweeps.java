package tandem.app.admin;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tandem.app.connection.Mapping;
import tandem.app.connection.Mappings;
import tandem.sync.engine.Sweep;
import tandem.sync.engine.SweepReport;
import tandem.sync.model.Side;
import tandem.sync.store.DriftLog;
import tandem.sync.store.SweepMarks.Mark;

/** Runs sweeps and says in the log what they found. */
@Component
public class Sweeps {
  private static final Logger LOG = LoggerFactory.getLogger(Sweeps.class);

  private final Mappings mappings;
  private final Sweep sweep;
  private final Sweep.Books books;
  private final Executor background;

  Sweeps(Mappings mappings, Sweep sweep, Sweep.Books books, Executor background) {
    this.mappings = mappings;
    this.sweep = sweep;
    this.books = books;
    this.background = background;
  }

  Optional<Mark> mark(Mapping mapping, Side side) {
    return books.marks().find(mapping.installation(), mapping.id(), side);
  }

  List<DriftLog.Entry> drift(Mapping mapping, Side side) {
    return books.drift().of(new DriftLog.Place(mapping.installation(), mapping.id(), side));
  }

  void begin(Mapping mapping) {
    background.execute(() -> run(mapping));
  }

  /**
   * Goes through every mapping that has a side without a pass since then, one after the other.
   * Blocks for as long as the trackers take; what fails is tried again the next time.
   */
  public void runDue(Instant since) {
    mappings.all().stream()
        .filter(it -> sweep.isDue(it.installation(), it.id(), since))
        .forEach(this::run);
  }

  private void run(Mapping mapping) {
    try {
      say(mapping, sweep.run(mapping.installation(), mapping.id()));
    } catch (RuntimeException e) {
      LOG.error("The sweep of mapping {} failed; it is tried again", mapping.id().value(), e);
    }
  }

  private static void say(Mapping mapping, SweepReport report) {
    int missed = report.left().missed() + report.right().missed();
    if (missed > 0) {
      LOG.warn(
          "Sweep of mapping {} found {} missed changes: {}", mapping.id().value(), missed, report);
    } else {
      LOG.debug("Sweep of mapping {}: {}", mapping.id().value(), report);
    }
  }
}
