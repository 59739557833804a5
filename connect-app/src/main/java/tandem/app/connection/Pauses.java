package tandem.app.connection;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tandem.sync.model.InstallationId;
import tandem.sync.model.MappingId;

/**
 * Why mappings are not worked on: since their connection does not allow it, or since a person said
 * stop. While paused, events are kept and nothing is lost.
 */
@Component
public class Pauses {
  private final JdbcClient database;
  private final Connections connections;
  private final InstantSource clock;

  Pauses(JdbcClient database, Connections connections, InstantSource clock) {
    this.database = database;
    this.connections = connections;
    this.clock = clock;
  }

  /** Why a mapping cannot be worked on, in words for people; empty when it can. */
  public Optional<String> of(Mapping mapping) {
    Optional<Connection> connection = connections.find(mapping.installation());
    if (connection.isEmpty()) {
      return Optional.of("Linear is not connected: a Jira admin has to connect it.");
    }
    if (!connection.get().workspace().id().equals(mapping.workspaceId())) {
      return Optional.of(
          "The team "
              + mapping.team().name()
              + " belongs to another Linear workspace than the connected one.");
    }
    return connection
        .get()
        .pausedBecause()
        .or(() -> byPerson(mapping.installation()))
        .or(() -> byPerson(mapping));
  }

  /** Whether a person paused the whole connection, in words. */
  public Optional<String> byPerson(InstallationId installation) {
    return said(installation, null)
        ? Optional.of("A Jira admin paused the connection to Linear. Resume it to go on.")
        : Optional.empty();
  }

  private Optional<String> byPerson(Mapping mapping) {
    return said(mapping.installation(), mapping.id())
        ? Optional.of(
            "A Jira admin paused the project " + mapping.project().key() + ". Resume it to go on.")
        : Optional.empty();
  }

  private boolean said(InstallationId installation, @Nullable MappingId mapping) {
    return database
        .sql(
            """
            select exists (select 1 from person_pause where installation_id = ?
                and mapping_id is not distinct from ?::bigint)
            """)
        .params(installation.value(), number(mapping))
        .query(Boolean.class)
        .single();
  }

  /** Pauses a mapping, or the whole connection where none is given; may be said twice. */
  public void pause(InstallationId installation, @Nullable MappingId mapping, String accountId) {
    database
        .sql("insert into person_pause values (?, ?::bigint, ?, ?) on conflict do nothing")
        .params(
            installation.value(),
            number(mapping),
            accountId,
            clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Ends what {@link #pause} began; another pause stays. */
  public void resume(InstallationId installation, @Nullable MappingId mapping) {
    database
        .sql(
            """
            delete from person_pause where installation_id = ?
                and mapping_id is not distinct from ?::bigint
            """)
        .params(installation.value(), number(mapping))
        .update();
  }

  private static @Nullable Long number(@Nullable MappingId mapping) {
    return mapping == null ? null : mapping.value();
  }
}
