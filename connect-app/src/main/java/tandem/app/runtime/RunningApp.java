package tandem.app.runtime;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The application while it runs: web server, engine loop, database, in that order of stopping. */
final class RunningApp implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RunningApp.class);

  private final ConfigurableApplicationContext context;
  private final Database database;

  private RunningApp(ConfigurableApplicationContext context, Database database) {
    this.context = context;
    this.database = database;
  }

  /** Starts everything, or throws {@link StartRefused} and leaves nothing running. */
  static RunningApp start(Settings settings) {
    LoggingSystem.get(RunningApp.class.getClassLoader()).beforeInitialize();
    refuseUnwritable(settings.dataDir());
    refuseTakenPort(settings.port());
    Database database = Database.open(settings);
    try {
      RunningApp app = new RunningApp(spring(settings, database.pool()), database);
      LOG.info("Tandem is ready at {}", settings.baseUrl());
      return app;
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  private static void refuseUnwritable(Path dataDir) {
    try {
      Files.createDirectories(dataDir);
      Files.delete(Files.createTempFile(dataDir, "write", ".probe"));
    } catch (IOException e) {
      throw new StartRefused(
          "The data folder "
              + dataDir
              + " cannot be written: give this user write access to it, or set another"
              + " TANDEM_DATA_DIR.",
          e);
    }
  }

  private static void refuseTakenPort(int port) {
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(port));
    } catch (BindException e) {
      throw new StartRefused(
          "Port "
              + port
              + " is in use or not allowed: stop the program that uses it, or set another"
              + " TANDEM_PORT.",
          e);
    } catch (IOException e) {
      throw new StartRefused("Port " + port + " cannot be opened (" + e.getMessage() + ").", e);
    }
  }

  private static ConfigurableApplicationContext spring(Settings settings, HikariDataSource pool) {
    return new SpringApplicationBuilder(TandemConfiguration.class)
        .bannerMode(Banner.Mode.OFF)
        .logStartupInfo(false)
        .registerShutdownHook(false)
        .properties(SpringProperties.of(settings))
        .initializers(context -> register((GenericApplicationContext) context, settings, pool))
        .run();
  }

  private static void register(
      GenericApplicationContext context, Settings settings, HikariDataSource pool) {
    Map.of("settings", settings, "dataSource", pool)
        .forEach(context.getBeanFactory()::registerSingleton);
  }

  /** Stops taking requests, finishes the turn at work, then stops the database. May run twice. */
  @Override
  public void close() {
    context.close();
    database.close();
  }
}
