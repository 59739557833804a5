package tandem.app.connection;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tandem.app.lifecycle.Place;
import tandem.app.lifecycle.Vault;
import tandem.sync.model.InstallationId;

/** The connections to Linear, one an installation at most. Tokens are sealed in the table. */
@Component
public class Connections {
  static final String ACCESS = "linear_connection.access_token";
  static final String REFRESH = "linear_connection.refresh_token";

  private final JdbcClient database;
  private final Vault vault;
  private final InstantSource clock;

  Connections(JdbcClient database, Vault vault, InstantSource clock) {
    this.database = database;
    this.vault = vault;
    this.clock = clock;
  }

  /** The connection of an installation, working or paused. */
  public Optional<Connection> find(InstallationId installation) {
    return database
        .sql("select * from linear_connection where installation_id = ?")
        .param(installation.value())
        .query(Connections::row)
        .optional();
  }

  /** Every installation's. */
  public List<Connection> all() {
    return database
        .sql("select * from linear_connection order by installation_id")
        .query(Connections::row)
        .list();
  }

  /** Whose Linear workspace this is: several Jira sites may share one. */
  public List<InstallationId> ofWorkspace(String workspaceId) {
    return database
        .sql("select installation_id from linear_connection where workspace_id = ?")
        .param(workspaceId)
        .query((row, number) -> new InstallationId(row.getLong(1)))
        .list();
  }

  private static Connection row(ResultSet row, int number) throws SQLException {
    return new Connection(
        new InstallationId(row.getLong("installation_id")),
        new Connection.Workspace(
            row.getString("workspace_id"),
            row.getString("workspace_name"),
            URI.create(row.getString("workspace_url"))),
        Optional.ofNullable(row.getString("paused_because")),
        row.getTimestamp("connected_at").toInstant());
  }

  /** Keeps a fresh grant; replaces an earlier connection and ends its pause. */
  void connect(
      InstallationId id, Connection.Workspace workspace, LinearGrant grant, String accountId) {
    database
        .sql(
            """
            insert into linear_connection (installation_id, workspace_id, workspace_name,
                workspace_url, access_token, refresh_token, expires_at, connected_by, connected_at)
            values (:id, :workspace, :name, :url, :access, :refresh, :expires, :by, :at)
            on conflict (installation_id) do update set workspace_id = excluded.workspace_id,
                workspace_name = excluded.workspace_name, workspace_url = excluded.workspace_url,
                access_token = excluded.access_token, refresh_token = excluded.refresh_token,
                expires_at = excluded.expires_at, connected_by = excluded.connected_by,
                connected_at = excluded.connected_at, paused_because = null
            """)
        .param("id", id.value())
        .param("workspace", workspace.id())
        .param("name", workspace.name())
        .param("url", workspace.url().toString())
        .param("access", vault.seal(Place.of(id, ACCESS), grant.accessToken()))
        .param("refresh", vault.seal(Place.of(id, REFRESH), grant.refreshToken()))
        .param("expires", grant.expiresAt().atOffset(ZoneOffset.UTC))
        .param("by", accountId)
        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** The grant as it is stored, and whether its connection is paused. */
  record Stored(LinearGrant grant, Optional<String> pausedBecause) {}

  Optional<Stored> stored(InstallationId id) {
    return stored(id, "");
  }

  /** Waits for other refreshes of this grant, on any node, until the transaction ends. */
  Optional<Stored> lock(InstallationId id) {
    return stored(id, " for update");
  }

  private Optional<Stored> stored(InstallationId id, String lock) {
    return database
        .sql("select * from linear_connection where installation_id = ?" + lock)
        .param(id.value())
        .query((row, number) -> stored(id, row))
        .optional();
  }

  private Stored stored(InstallationId id, ResultSet row) throws SQLException {
    LinearGrant grant =
        new LinearGrant(
            vault.open(Place.of(id, ACCESS), row.getBytes("access_token")),
            vault.open(Place.of(id, REFRESH), row.getBytes("refresh_token")),
            row.getTimestamp("expires_at").toInstant());
    return new Stored(grant, Optional.ofNullable(row.getString("paused_because")));
  }

  /** Keeps a refreshed grant; only inside the transaction that holds {@link #lock}. */
  void refreshed(InstallationId id, LinearGrant grant) {
    database
        .sql(
            """
            update linear_connection
               set access_token = ?, refresh_token = ?, expires_at = ?, paused_because = null
             where installation_id = ?
            """)
        .params(
            vault.seal(Place.of(id, ACCESS), grant.accessToken()),
            vault.seal(Place.of(id, REFRESH), grant.refreshToken()),
            grant.expiresAt().atOffset(ZoneOffset.UTC),
            id.value())
        .update();
  }

  void pause(InstallationId id, String why) {
    database
        .sql("update linear_connection set paused_because = ? where installation_id = ?")
        .params(why, id.value())
        .update();
  }

  void forget(InstallationId id) {
    database
        .sql("delete from linear_connection where installation_id = ?")
        .param(id.value())
        .update();
  }
}
