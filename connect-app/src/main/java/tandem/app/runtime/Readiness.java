package tandem.app.runtime;

import com.atlassian.connect.spring.IgnoreJwt;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /health}: 200 when the app serves and its database answers. Open to everybody. */
@IgnoreJwt
@RestController
class Readiness {
  private final JdbcClient database;

  Readiness(JdbcClient database) {
    this.database = database;
  }

  @GetMapping("/health")
  Map<String, String> health() {
    database.sql("select 1").query(Integer.class).single();
    return Map.of("status", "ready");
  }
}
