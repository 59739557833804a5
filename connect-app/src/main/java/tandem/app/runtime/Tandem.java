package tandem.app.runtime;

import java.util.Map;

/** The program. Settings come from the environment; see {@link SettingsReader}. */
public final class Tandem {
  private Tandem() {}

  /**
   * Starts the application and returns; it runs until the process is told to stop. Exit code 1 and
   * one sentence on the error stream where it cannot start.
   */
  public static void main(String[] args) {
    try {
      RunningApp app = RunningApp.start(new SettingsReader(System.getenv()).read());
      Runtime.getRuntime().addShutdownHook(new Thread(app::close, "tandem-stop"));
    } catch (StartRefused e) {
      System.err.println("Tandem cannot start. " + e.getMessage());
      System.exit(1);
    }
  }

  /** Starts the application inside this process, for tests and tools; close it to stop it. */
  public static AutoCloseable start(Map<String, String> environment) {
    return RunningApp.start(new SettingsReader(environment).read());
  }
}
