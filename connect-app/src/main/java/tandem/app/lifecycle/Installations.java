package tandem.app.lifecycle;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tandem.sync.model.InstallationId;

/** The installations that ever were, by id. */
@Component
public class Installations {
  private final JdbcClient database;

  Installations(JdbcClient database) {
    this.database = database;
  }

  /** An installation, also where the app was uninstalled since. */
  public Optional<Installation> find(InstallationId id) {
    return database
        .sql("select * from installation where id = ?")
        .param(id.value())
        .query(Installations::row)
        .optional();
  }

  Optional<Installation> ofClientKey(String clientKey) {
    return database
        .sql("select * from installation where client_key = ?")
        .param(clientKey)
        .query(Installations::row)
        .optional();
  }

  static Installation row(ResultSet row, int number) throws SQLException {
    return new Installation(
        new InstallationId(row.getLong("id")),
        URI.create(row.getString("base_url")),
        Optional.ofNullable(row.getString("display_url")).map(URI::create),
        row.getBoolean("installed"));
  }
}
