package tandem.app.lifecycle;

import com.atlassian.connect.spring.AtlassianHostMapping;
import com.atlassian.connect.spring.AtlassianHostMappingRepository;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which Connect tenant a Forge installation belongs to; written by an install that names both. */
@Component
class ForgeInstallations extends NarrowRepository<AtlassianHostMapping>
    implements AtlassianHostMappingRepository {
  private final JdbcClient database;

  ForgeInstallations(JdbcClient database) {
    this.database = database;
  }

  @Override
  public <S extends AtlassianHostMapping> S save(S mapping) {
    database
        .sql(
            """
            insert into forge_installation (forge_id, client_key) values (?, ?)
            on conflict (forge_id) do update set client_key = excluded.client_key
            where forge_installation.client_key = excluded.client_key
            """)
        .params(mapping.getInstallationId(), mapping.getClientKey())
        .update();
    return mapping;
  }

  @Override
  public Optional<AtlassianHostMapping> findById(String forgeId) {
    return database
        .sql("select * from forge_installation where forge_id = ?")
        .param(forgeId)
        .query((row, number) -> {
          AtlassianHostMapping mapping = new AtlassianHostMapping();
          mapping.setInstallationId(row.getString("forge_id"));
          mapping.setClientKey(row.getString("client_key"));
          return mapping;
        })
        .optional();
  }

  @Override
  public long deleteByClientKey(String clientKey) {
    return database
        .sql("delete from forge_installation where client_key = ?")
        .param(clientKey)
        .update();
  }
}
