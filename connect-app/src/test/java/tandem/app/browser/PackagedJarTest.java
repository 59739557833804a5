package tandem.app.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tandem.app.fixture.AppProcess;

/**
 * The jar as an operator starts it. It loads its classes out of nested jars, under their locks, as
 * the class folders of the other tests do not: threads that load many at once must not wait for
 * each other for good (ADR 11). That is a matter of luck, so it is tried more than once.
 */
@Tag("jar")
class PackagedJarTest {
  @TempDir Path folder;
  private @Nullable AppProcess app;

  /** One that hangs does not stop when asked; it must not outlive the test that finds it. */
  @AfterEach
  void leavesNothingRunning() {
    if (app != null) {
      app.kill();
    }
  }

  @RepeatedTest(3)
  @Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void isInstalledConnectedAndMirrorsAProjectWhenItHasOnlyJustStarted() throws Exception {
    RunningHouse house = RunningHouse.start(folder, this::jar);

    assertThat(house.told().getLast()).startsWith("backfill done").contains("25 are linked");
    assertThatCode(house::close).as("it stops when asked").doesNotThrowAnyException();
    assertThat(folder.resolve("data/pg/data/postmaster.pid")).doesNotExist();
  }

  private AutoCloseable jar(Map<String, String> environment) {
    app = AppProcess.startJar(folder, environment);
    return app.awaitReady();
  }
}
