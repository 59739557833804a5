package tandem.app.runtime;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.observation.SecurityObservationSettings;
import tandem.sync.queue.Census;

/** What is counted beside what Spring Boot counts of the process, its requests and its pool. */
@Configuration
class MetricsConfiguration {

  @Bean
  MeterBinder gauges(Census census, InstantSource clock) {
    return new Gauges(census, clock);
  }

  @Bean
  TurnMeters turnMeters(MeterRegistry meters) {
    return new TurnMeters(meters);
  }

  /** Requests are counted and timed whole; a meter around each filter costs more than it tells. */
  @Bean
  SecurityObservationSettings observedFilters() {
    return SecurityObservationSettings.noObservations();
  }
}
