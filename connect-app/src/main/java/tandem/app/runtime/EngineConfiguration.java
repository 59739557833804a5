package tandem.app.runtime;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import okhttp3.OkHttpClient;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tandem.app.connection.MappedReplicas.Clients;
import tandem.sync.engine.Backfill;
import tandem.sync.engine.Choose;
import tandem.sync.engine.Durable;
import tandem.sync.engine.Engine;
import tandem.sync.engine.Intake;
import tandem.sync.engine.Links;
import tandem.sync.engine.Replicas;
import tandem.sync.engine.Sweep;
import tandem.sync.engine.Twins;
import tandem.sync.engine.Undo;
import tandem.sync.jira.JiraHttp;
import tandem.sync.linear.LinearHttp;
import tandem.sync.queue.JdbcWorkQueue;
import tandem.sync.queue.Quarantine;
import tandem.sync.store.Database;
import tandem.sync.store.JdbcLinkStore;
import tandem.sync.store.JdbcRulings;
import tandem.sync.store.JdbcSweepMarks;
import tandem.sync.store.Ledger;
import tandem.sync.store.SweepMarks;

/** Puts the library of the engine together. */
@Configuration
class EngineConfiguration {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @Bean
  Database engineTables(DataSource source) {
    return new Database(source);
  }

  @Bean
  Durable durable(Database engineTables, InstantSource clock) {
    return new Durable(
        engineTables,
        new JdbcLinkStore(engineTables),
        new JdbcWorkQueue(engineTables),
        new JdbcRulings(engineTables),
        clock);
  }

  @Bean
  Ledger ledger(Database engineTables) {
    return new Ledger(engineTables);
  }

  @Bean
  Quarantine quarantine(Database engineTables) {
    return new Quarantine(engineTables);
  }

  @Bean
  Choose choose(Durable durable) {
    return new Choose(durable);
  }

  @Bean
  Undo undo(Durable durable, Replicas replicas) {
    return new Undo(durable, replicas);
  }

  @Bean
  Intake intake(Durable durable) {
    return new Intake(durable);
  }

  @Bean
  Links links(Durable durable) {
    return new Links(durable);
  }

  @Bean
  Backfill backfill(Durable durable, Replicas replicas, Twins twins) {
    return new Backfill(durable, replicas, twins);
  }

  @Bean
  SweepMarks sweepMarks(Database engineTables) {
    return new JdbcSweepMarks(engineTables);
  }

  @Bean
  Sweep sweep(Durable durable, Replicas replicas, SweepMarks marks) {
    return new Sweep(durable, replicas, marks);
  }

  @Bean
  Engine engine(Durable durable, Replicas replicas, ExecutorService background) {
    return new Engine(durable, replicas, background, "node");
  }

  @Bean
  ExecutorService background() {
    return Executors.newVirtualThreadPerTaskExecutor();
  }

  @Bean
  Clients clients(InstantSource clock) {
    return new Clients(new JiraHttp(clock), new LinearHttp(clock));
  }

  @Bean
  LinearHttp linearHttp(Clients clients) {
    return clients.linear();
  }

  /** For the few calls of the app itself; a redirect is never followed with our credentials. */
  @Bean
  OkHttpClient http() {
    return new OkHttpClient.Builder()
        .callTimeout(PATIENCE)
        .followRedirects(false)
        .followSslRedirects(false)
        .build();
  }
}
