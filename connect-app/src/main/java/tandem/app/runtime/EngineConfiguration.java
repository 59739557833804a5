package tandem.app.runtime;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import javax.sql.DataSource;
import okhttp3.OkHttpClient;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tandem.app.admin.Backfills;
import tandem.app.connection.MappedReplicas.Clients;
import tandem.sync.engine.Backfill;
import tandem.sync.engine.Choose;
import tandem.sync.engine.ChooseDecision;
import tandem.sync.engine.Doorkeeper;
import tandem.sync.engine.DryRun;
import tandem.sync.engine.Durable;
import tandem.sync.engine.Engine;
import tandem.sync.engine.Intake;
import tandem.sync.engine.Linking;
import tandem.sync.engine.Links;
import tandem.sync.engine.Release;
import tandem.sync.engine.Replicas;
import tandem.sync.engine.Sweep;
import tandem.sync.engine.Twins;
import tandem.sync.engine.Undo;
import tandem.sync.jira.JiraHttp;
import tandem.sync.linear.LinearHttp;
import tandem.sync.queue.Census;
import tandem.sync.queue.Gates;
import tandem.sync.queue.JdbcGates;
import tandem.sync.queue.JdbcWorkQueue;
import tandem.sync.queue.Quarantine;
import tandem.sync.store.Creations;
import tandem.sync.store.Database;
import tandem.sync.store.DecisionLedger;
import tandem.sync.store.DriftLog;
import tandem.sync.store.Holds;
import tandem.sync.store.JdbcBackfillStore;
import tandem.sync.store.JdbcCreations;
import tandem.sync.store.JdbcDriftLog;
import tandem.sync.store.JdbcLinkStore;
import tandem.sync.store.JdbcPartings;
import tandem.sync.store.JdbcRevisits;
import tandem.sync.store.JdbcRulings;
import tandem.sync.store.JdbcSweepMarks;
import tandem.sync.store.JdbcTwinHints;
import tandem.sync.store.Ledger;
import tandem.sync.store.LinkedIssues;
import tandem.sync.store.Partings;
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
  Gates gates(Database engineTables) {
    return new JdbcGates(engineTables);
  }

  @Bean
  Doorkeeper doorkeeper(DataSource source, Gates gates, Settings settings, InstantSource clock) {
    return new Doorkeeper(gates, new SharedAllowance(source, settings.limits(), clock), clock);
  }

  @Bean
  Census census(Database engineTables) {
    return new Census(engineTables);
  }

  @Bean
  Ledger ledger(Database engineTables) {
    return new Ledger(engineTables);
  }

  @Bean
  LinkedIssues linkedIssues(Database engineTables) {
    return new LinkedIssues(engineTables);
  }

  @Bean
  DecisionLedger decisionLedger(Database engineTables) {
    return new DecisionLedger(engineTables);
  }

  @Bean
  Holds holds(Durable durable) {
    return durable.links().holds();
  }

  @Bean
  Release release(Durable durable) {
    return new Release(durable);
  }

  @Bean
  ChooseDecision chooseDecision(Durable durable) {
    return new ChooseDecision(durable);
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
  Backfill backfill(Durable durable, Database engineTables, Replicas replicas, Twins twins) {
    var books =
        new Backfill.Books(
            new JdbcBackfillStore(engineTables),
            new JdbcTwinHints(engineTables),
            new JdbcPartings(engineTables),
            new JdbcCreations(engineTables));
    return new Backfill(durable, books, replicas, twins);
  }

  @Bean
  Creations creations(Database engineTables) {
    return new JdbcCreations(engineTables);
  }

  @Bean
  Partings partings(Database engineTables) {
    return new JdbcPartings(engineTables);
  }

  @Bean
  DryRun dryRun(Durable durable, Partings partings, Replicas replicas, Twins twins) {
    return new DryRun(durable, partings, replicas, twins);
  }

  @Bean
  Linking linking(Durable durable, Partings partings, Replicas replicas) {
    return new Linking(durable, partings, replicas);
  }

  @Bean
  SweepMarks sweepMarks(Database engineTables) {
    return new JdbcSweepMarks(engineTables);
  }

  @Bean
  DriftLog driftLog(Database engineTables) {
    return new JdbcDriftLog(engineTables);
  }

  @Bean
  Sweep.Looks looks(Database engineTables, Settings settings) {
    return new Sweep.Looks(new JdbcRevisits(engineTables), settings.revisitAfter());
  }

  @Bean
  Sweep.Books sweepBooks(
      SweepMarks marks, DriftLog drift, Partings partings, Creations creations, Sweep.Looks looks) {
    return new Sweep.Books(marks, drift, partings, creations, looks);
  }

  @Bean
  Sweep sweep(Durable durable, Sweep.Books books, Replicas replicas, Twins twins) {
    return new Sweep(durable, books, replicas, twins);
  }

  @Bean
  NodeName nodeName(SecureRandom random) {
    return NodeName.of(random);
  }

  @Bean
  Backfills.Owner backfillOwner(NodeName node) {
    return new Backfills.Owner(node.value());
  }

  @Bean
  Engine engine(Durable durable, Replicas replicas, ExecutorService background, NodeName node) {
    return new Engine(durable, replicas, background, node.value());
  }

  @Bean
  ExecutorService background() {
    return PlatformThreads.perTask("background-");
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
