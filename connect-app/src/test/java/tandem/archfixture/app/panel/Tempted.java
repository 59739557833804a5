package tandem.archfixture.app.panel;

import com.atlassian.connect.spring.AtlassianHostRestClients;
import com.atlassian.connect.spring.internal.jwt.JwtWriter;
import java.time.Instant;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tandem.sandbox.fault.FaultPlan;

/** One violation of each rule, on purpose. */
@Configuration
@ConfigurationProperties("tempted")
final class Tempted {
  AtlassianHostRestClients clients;
  JwtWriter writer;
  FaultPlan plan;

  @Value("${tempted}")
  String property;

  @Bean
  Instant now() {
    return Instant.now();
  }

  Thread worker() {
    return Thread.startVirtualThread(() -> {});
  }

  UUID id() throws InterruptedException {
    Thread.sleep(1);
    return UUID.randomUUID();
  }
}
