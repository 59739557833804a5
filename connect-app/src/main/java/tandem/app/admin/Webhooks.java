package tandem.app.admin;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tandem.app.connection.Connection;
import tandem.app.connection.Connections;
import tandem.app.connection.Mappings;
import tandem.app.connection.WebhookWatch;
import tandem.sync.model.Side;
import tandem.sync.store.SweepMarks;

/** Looks after the webhooks of all connections that work. */
@Component
public class Webhooks {
  private static final Logger LOG = LoggerFactory.getLogger(Webhooks.class);

  private final Connections connections;
  private final Mappings mappings;
  private final SweepMarks marks;
  private final WebhookWatch watch;

  Webhooks(Connections connections, Mappings mappings, SweepMarks marks, WebhookWatch watch) {
    this.connections = connections;
    this.mappings = mappings;
    this.marks = marks;
    this.watch = watch;
  }

  /** One connection after the other; blocks for a few remote calls each. */
  public void lookAfter() {
    connections.all().stream()
        .filter(connection -> connection.pausedBecause().isEmpty())
        .forEach(this::lookAfter);
  }

  private void lookAfter(Connection connection) {
    try {
      watch.look(connection.installation(), connection.workspace().id(), missed(connection));
    } catch (RuntimeException e) {
      LOG.error(
          "The webhook of installation {} could not be looked at; it is tried again",
          connection.installation().value(),
          e);
    }
  }

  private long missed(Connection connection) {
    return mappings.of(connection.installation()).stream()
        .flatMap(it -> marks.find(it.installation(), it.id(), Side.RIGHT).stream())
        .mapToLong(SweepMarks.Mark::missed)
        .sum();
  }
}
