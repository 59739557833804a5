package tandem.app.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tandem.app.fixture.AppProcess;

/** The embedded database outlives kills and stops, and lets nobody in without its password. */
@Tag("waits")
class DurabilityTest {
  @TempDir Path home;

  private Path pg() {
    return home.resolve("data").resolve("pg");
  }

  private List<String> postmaster() throws IOException {
    return Files.readAllLines(pg().resolve("data").resolve("postmaster.pid"));
  }

  private Connection connect(String password) throws IOException, SQLException {
    String port = postmaster().get(3).strip();
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + port + "/postgres", "postgres", password);
  }

  private String password() throws IOException {
    return Files.readString(pg().resolve("password"));
  }

  @Test
  void whatWasCommittedOutlivesAKilledAppAndItsOrphanIsStopped() throws Exception {
    AppProcess first = AppProcess.start(home, Map.of()).awaitReady();
    try (Connection connection = connect(password());
        Statement statement = connection.createStatement()) {
      statement.execute("create table kept (value text)");
      statement.execute("insert into kept values ('committed')");
    }
    long orphan = Long.parseLong(postmaster().getFirst().strip());
    first.kill();
    assertThat(ProcessHandle.of(orphan).map(ProcessHandle::isAlive)).contains(true);

    try (AppProcess second = AppProcess.start(home, Map.of()).awaitReady();
        Connection connection = connect(password());
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select value from kept")) {
      assertThat(second).isNotNull();
      assertThat(rows.next()).isTrue();
      assertThat(rows.getString(1)).isEqualTo("committed");
      assertThat(ProcessHandle.of(orphan).map(ProcessHandle::isAlive).orElse(false)).isFalse();
    }
    assertThat(pg().resolve("data").resolve("postmaster.pid")).doesNotExist();
  }

  @Test
  void anOrphanWhoseProgramWasThrownAwayIsStoppedAllTheSame() throws Exception {
    AppProcess first = AppProcess.start(home, Map.of()).awaitReady();
    ProcessHandle orphan =
        ProcessHandle.of(Long.parseLong(postmaster().getFirst().strip())).orElseThrow();
    first.kill();
    Files.delete(unpacked().resolve(".exists"));
    Files.delete(unpacked().resolve("bin").resolve("postgres"));

    try (AppProcess second = AppProcess.start(home, Map.of()).awaitReady()) {
      assertThat(second.isAlive()).isTrue();
      assertThat(orphan.isAlive()).isFalse();
    }
  }

  @Test
  void aStopWhileItStartsLeavesNoDatabaseBehind() throws Exception {
    AppProcess app = AppProcess.start(home, Map.of());
    Path running = pg().resolve("data").resolve("postmaster.pid");
    await().atMost(Duration.ofMinutes(5)).until(() -> Files.exists(running));
    app.close();
    assertThat(running).doesNotExist();
    assertThat(programsOfTheDatabase()).isEmpty();
  }

  /** The library that stops it gives up after five seconds. */
  @Test
  void aStopWaitsForADatabaseThatTakesItsTimeToEnd() throws Exception {
    AppProcess app = AppProcess.start(home, Map.of()).awaitReady();
    ProcessHandle database =
        ProcessHandle.of(Long.parseLong(postmaster().getFirst().strip())).orElseThrow();
    signal("STOP", database);
    app.stop();
    await()
        .during(Duration.ofSeconds(7))
        .atMost(Duration.ofSeconds(60))
        .until(() -> app.isAlive() && database.isAlive());
    signal("CONT", database);
    app.close();
    assertThat(database.isAlive()).isFalse();
  }

  @Test
  void aStartThatWasKilledWhileUnpackingIsMendedByTheNextOne() throws Exception {
    try (AppProcess first = AppProcess.start(home, Map.of())) {
      first.awaitReady();
    }
    Path programs = unpacked();
    Path postgres = programs.resolve("bin").resolve("postgres");
    byte[] whole = Files.readAllBytes(postgres);
    Files.delete(programs.resolve(".exists"));
    halve(postgres, whole);

    try (AppProcess second = AppProcess.start(home, Map.of())) {
      second.awaitReady();
    }
    assertThat(postgres).hasBinaryContent(whole);
  }

  /** A new file in its place. */
  private static void halve(Path program, byte[] whole) throws IOException {
    Files.delete(program);
    Files.write(program, Arrays.copyOf(whole, whole.length / 2));
  }

  @Test
  void aFirstStartThatIsKilledWhileItMakesTheDatabaseIsMendedByTheNextOne() throws Exception {
    AppProcess first = AppProcess.start(home, Map.of());
    awaitItsMaking();
    first.kill();
    programsOfTheDatabase().forEach(ProcessHandle::destroyForcibly);
    assertThat(pg().resolve("password")).doesNotExist();

    try (AppProcess second = AppProcess.start(home, Map.of()).awaitReady()) {
      assertThat(second.isAlive()).isTrue();
      assertThat(pg().resolve("first-start")).doesNotExist();
    }
  }

  /** The program goes on for a while when the JVM is gone, and the next start does not wait. */
  @Test
  void aDatabaseThatIsStillBeingMadeForAKilledStartDoesNotDisturbTheNextOne() throws Exception {
    AppProcess first = AppProcess.start(home, Map.of());
    awaitItsMaking();
    List<ProcessHandle> making = programsOfTheDatabase();
    assertThat(making).isNotEmpty();
    for (ProcessHandle each : making) {
      signal("STOP", each);
    }
    first.kill();

    try (AppProcess second = AppProcess.start(home, Map.of()).awaitReady()) {
      assertThat(second.isAlive()).isTrue();
      assertThat(making).noneMatch(ProcessHandle::isAlive);
    }
  }

  private void awaitItsMaking() {
    Path begun = pg().resolve("data").resolve("PG_VERSION");
    await()
        .atMost(Duration.ofMinutes(5))
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(2))
        .until(() -> Files.exists(begun));
  }

  private List<ProcessHandle> programsOfTheDatabase() {
    return ProcessHandle.allProcesses()
        .filter(p -> p.info().command().filter(c -> Path.of(c).startsWith(pg())).isPresent())
        .toList();
  }

  private static void signal(String name, ProcessHandle process) throws Exception {
    new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
  }

  @Test
  void aDatabaseThatIsKilledIsStartedAgainAndKeepsWhatWasCommitted() throws Exception {
    try (AppProcess app = AppProcess.start(home, Map.of()).awaitReady()) {
      try (Connection connection = connect(password());
          Statement statement = connection.createStatement()) {
        statement.execute("create table kept (value text)");
        statement.execute("insert into kept values ('committed')");
      }
      ProcessHandle killed =
          ProcessHandle.of(Long.parseLong(postmaster().getFirst().strip())).orElseThrow();
      Stream.concat(killed.descendants(), Stream.of(killed))
          .forEach(ProcessHandle::destroyForcibly);

      await().atMost(Duration.ofMinutes(5)).until(() -> app.output().contains("is back"));
      app.awaitReady();
      try (Connection connection = connect(password());
          Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery("select value from kept")) {
        assertThat(rows.next()).isTrue();
      }
    }
    assertThat(pg().resolve("data").resolve("postmaster.pid")).doesNotExist();
  }

  private Path unpacked() throws IOException {
    try (Stream<Path> found = Files.list(pg().resolve("bin"))) {
      return found.filter(Files::isDirectory).findFirst().orElseThrow();
    }
  }

  @Test
  void nobodyElseGetsInAndASecondAppOnTheFolderIsRefused() throws Exception {
    try (AppProcess app = AppProcess.start(home, Map.of()).awaitReady()) {
      assertThat(app).isNotNull();
      assertThatThrownBy(() -> connect("guessed")).isInstanceOf(SQLException.class);
      assertThat(Files.getPosixFilePermissions(pg().resolve("password")))
          .isEqualTo(PosixFilePermissions.fromString("rw-------"));
      assertThat(Files.getPosixFilePermissions(home.resolve("tandem-keyset.json")))
          .isEqualTo(PosixFilePermissions.fromString("rw-------"));

      Path other = Files.createDirectory(home.resolve("second"));
      String shared = home.resolve("data").toString();
      AppProcess second = AppProcess.start(other, Map.of("TANDEM_DATA_DIR", shared));
      assertThat(second.exitCode()).isEqualTo(1);
      assertThat(second.errors()).contains("Another Tandem is running");
      app.awaitReady();
    }
  }
}
