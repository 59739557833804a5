package tandem.app.admin;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tandem.app.connection.Connections;
import tandem.app.connection.LinearWebhooks;
import tandem.app.connection.Mappings;
import tandem.app.connection.Pauses;
import tandem.sync.engine.Durable;
import tandem.sync.model.InstallationId;
import tandem.sync.queue.Census;
import tandem.sync.queue.Gates;
import tandem.sync.queue.Stop;

/** What keeps an installation from being mirrored, in words for its admins. */
@Component
class Problems {
  private final Line line;
  private final Mappings mappings;
  private final Pauses pauses;
  private final Stops stops;

  Problems(Line line, Mappings mappings, Pauses pauses, Stops stops) {
    this.line = line;
    this.mappings = mappings;
    this.pauses = pauses;
    this.stops = stops;
  }

  List<String> of(InstallationId tenant, Census.Counts counted) {
    if (!line.isConnected(tenant)) {
      return List.of("Linear is not connected: a Jira admin has to connect it.");
    }
    return Stream.of(
            paused(tenant),
            stops.of(tenant).map(Problems::words),
            line.trouble(tenant),
            aside(counted),
            disputed(counted),
            held(counted))
        .flatMap(found -> found)
        .distinct()
        .toList();
  }

  private Stream<String> paused(InstallationId tenant) {
    return mappings.of(tenant).stream().flatMap(mapping -> pauses.of(mapping).stream());
  }

  private static String words(Stop stop) {
    Instant until = stop.until().truncatedTo(ChronoUnit.SECONDS);
    return "Waiting until " + until + ": " + stop.why();
  }

  private static Stream<String> aside(Census.Counts counted) {
    return counted.quarantined() == 0
        ? Stream.empty()
        : Stream.of(
            counted.quarantined()
                + " pairs of issues were set aside. Read the reason beside each in the quarantine,"
                + " mend it, then replay them.");
  }

  private static Stream<String> disputed(Census.Counts counted) {
    return counted.conflicts() == 0
        ? Stream.empty()
        : Stream.of(
            counted.conflicts()
                + " conflicts wait for a person, and what they are about is not mirrored meanwhile."
                + " Choose a side of each, or edit either issue.");
  }

  private static Stream<String> held(Census.Counts counted) {
    return counted.held() == 0
        ? Stream.empty()
        : Stream.of(
            "Deletions of "
                + counted.held()
                + " pairs of issues are held, because somebody may not have meant them. Apply or"
                + " dismiss each.");
  }

  /** Whether Linear is reached, and whether it reaches us. */
  @Component
  static class Line {
    private final Connections connections;
    private final LinearWebhooks webhooks;

    Line(Connections connections, LinearWebhooks webhooks) {
      this.connections = connections;
      this.webhooks = webhooks;
    }

    boolean isConnected(InstallationId tenant) {
      return connections.find(tenant).isPresent();
    }

    Stream<String> trouble(InstallationId tenant) {
      return connections
          .find(tenant)
          .flatMap(connection -> webhooks.trouble(connection.workspace().id()))
          .stream();
    }
  }

  /** What a tracker's answers stopped for a while. */
  @Component
  static class Stops {
    private final Durable durable;
    private final Gates gates;
    private final InstantSource clock;

    Stops(Durable durable, Gates gates, InstantSource clock) {
      this.durable = durable;
      this.gates = gates;
      this.clock = clock;
    }

    Stream<Stop> of(InstallationId tenant) {
      Instant now = clock.instant();
      return Stream.concat(
          durable.queue().stopped(tenant, now).stream(), gates.closed(tenant, now).stream());
    }
  }
}
