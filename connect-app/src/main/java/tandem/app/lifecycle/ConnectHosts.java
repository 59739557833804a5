package tandem.app.lifecycle;

import com.atlassian.connect.spring.AddonAuthenticationType;
import com.atlassian.connect.spring.AtlassianHost;
import com.atlassian.connect.spring.AtlassianHostRepository;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tandem.sync.model.InstallationId;

/**
 * The Connect framework's view of the installations. A save is an install or an uninstall and
 * passes the {@link LifecycleGuard} first; an uninstall keeps the row. Secrets are sealed in the
 * table.
 */
@Component
class ConnectHosts extends NarrowRepository<AtlassianHost> implements AtlassianHostRepository {
  private static final String SECRET = "installation.shared_secret";

  private final JdbcClient database;
  private final LifecycleGuard guard;
  private final Vault vault;
  private final InstantSource clock;

  ConnectHosts(JdbcClient database, LifecycleGuard guard, Vault vault, InstantSource clock) {
    this.database = database;
    this.guard = guard;
    this.vault = vault;
    this.clock = clock;
  }

  @Override
  public Optional<AtlassianHost> findById(String clientKey) {
    return database
        .sql("select * from installation where client_key = ?")
        .param(clientKey)
        .query(this::host)
        .optional();
  }

  Optional<AtlassianHost> find(InstallationId id) {
    return database
        .sql("select * from installation where id = ?")
        .param(id.value())
        .query(this::host)
        .optional();
  }

  private AtlassianHost host(ResultSet row, int number) throws SQLException {
    Installation installation = Installations.row(row, number);
    Place place = Place.of(installation.id(), SECRET);
    AtlassianHost host = new TenantHost(installation);
    host.setClientKey(row.getString("client_key"));
    host.setBaseUrl(row.getString("base_url"));
    host.setDisplayUrl(row.getString("display_url"));
    host.setProductType(row.getString("product_type"));
    host.setCloudId(row.getString("cloud_id"));
    host.setAuthentication(AddonAuthenticationType.JWT);
    host.setSharedSecret(vault.open(place, row.getBytes("shared_secret")));
    host.setAddonInstalled(row.getBoolean("installed"));
    return host;
  }

  @Override
  public <S extends AtlassianHost> S save(S host) {
    guard.check(host);
    InstallationId id = idOf(host.getClientKey());
    if (write(host, id) == 0) {
      throw new ConcurrencyFailureException("two first installs of one site at once; repeat it");
    }
    return host;
  }

  private int write(AtlassianHost host, InstallationId id) {
    return database
        .sql(
            """
            insert into installation (id, client_key, base_url, display_url, product_type, cloud_id,
                shared_secret, installed, changed_at)
            values (:id, :clientKey, :baseUrl, :displayUrl, :productType, :cloudId,
                :secret, :installed, :now)
            on conflict (client_key) do update set base_url = excluded.base_url,
                display_url = excluded.display_url, product_type = excluded.product_type,
                cloud_id = excluded.cloud_id, shared_secret = excluded.shared_secret,
                installed = excluded.installed, changed_at = excluded.changed_at
            where installation.id = excluded.id
            """)
        .param("id", id.value())
        .param("clientKey", host.getClientKey())
        .param("baseUrl", withoutTrailingSlash(host.getBaseUrl()))
        .param("displayUrl", host.getDisplayUrl())
        .param("productType", host.getProductType())
        .param("cloudId", host.getCloudId())
        .param("secret", vault.seal(Place.of(id, SECRET), host.getSharedSecret()))
        .param("installed", host.isAddonInstalled())
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  private InstallationId idOf(String clientKey) {
    long id =
        database
            .sql("select id from installation where client_key = ?")
            .param(clientKey)
            .query(Long.class)
            .optional()
            .orElseGet(
                () -> database.sql("select nextval('installation_id')").query(Long.class).single());
    return new InstallationId(id);
  }

  private static String withoutTrailingSlash(String url) {
    return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }

  /**
   * Closed on purpose: the framework would look a tenant up by URL only to sign a call to it, and
   * would send the call unsigned where it finds none.
   */
  @Override
  @Deprecated
  public Optional<AtlassianHost> findFirstByBaseUrlOrderByLastModifiedDateDesc(String baseUrl) {
    throw new UnsupportedOperationException("a tenant is never found by its address");
  }
}
