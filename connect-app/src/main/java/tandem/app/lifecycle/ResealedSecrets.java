package tandem.app.lifecycle;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tandem.sync.model.InstallationId;

/**
 * After a key rotation: seals stored values anew under the primary key, so that the old key can be
 * taken out of the keyset. Safe to repeat and to run on several nodes at once: a value that changed
 * meanwhile is left alone.
 */
@Component
public class ResealedSecrets {
  private final JdbcClient database;
  private final Vault vault;

  ResealedSecrets(JdbcClient database, Vault vault) {
    this.database = database;
    this.vault = vault;
  }

  /**
   * A column that holds sealed values, one an installation.
   *
   * @param key the table's installation column
   */
  public record Column(String table, String key, String name) {
    Place placeFor(InstallationId tenant) {
      return Place.of(tenant, table + "." + name);
    }
  }

  /** Reseals what is outdated in a column and says how many values that were. */
  public int reseal(Column column) {
    List<Long> tenants =
        database
            .sql("select %s from %s".formatted(column.key(), column.table()))
            .query(Long.class)
            .list();
    return tenants.stream().mapToInt(id -> reseal(column, new InstallationId(id))).sum();
  }

  private int reseal(Column column, InstallationId tenant) {
    return database
        .sql(
            "select %s from %s where %s = ?".formatted(column.name(), column.table(), column.key()))
        .param(tenant.value())
        .query(byte[].class)
        .optional()
        .filter(vault::isOutdated)
        .map(old -> replace(column, tenant, old))
        .orElse(0);
  }

  private int replace(Column column, InstallationId tenant, byte[] old) {
    Place place = column.placeFor(tenant);
    return database
        .sql(
            "update %s set %s = ? where %s = ? and %2$s = ?"
                .formatted(column.table(), column.name(), column.key()))
        .params(vault.seal(place, vault.open(place, old)), tenant.value(), old)
        .update();
  }
}
