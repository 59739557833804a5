package tandem.app.runtime;

import java.util.List;
import java.util.Map;

/** The program. Settings come from the environment; see {@link SettingsReader}. */
public final class Tandem {
  private Tandem() {}

  /**
   * Without arguments starts the application and returns; it runs until the process is told to
   * stop. {@code rotate-keyset} adds a new primary key to the keyset and ends; the application
   * takes it up at its next start. Exit code 1 and one sentence on the error stream where that
   * cannot be done.
   */
  public static void main(String[] args) {
    try {
      run(args, new SettingsReader(System.getenv()).read());
    } catch (StartRefused e) {
      System.err.println("Tandem cannot start. " + e.getMessage());
      System.exit(1);
    }
  }

  private static void run(String[] args, Settings settings) {
    if (args.length == 0) {
      StopOnExit.of(() -> RunningApp.start(settings));
    } else if (List.of(args).equals(List.of("rotate-keyset"))) {
      int keys = new KeysetFile(settings.keyset()).rotate().size();
      System.out.println(
          "The keyset now has " + keys + " keys. Restart Tandem to use the new one.");
    } else {
      throw new StartRefused("It takes no argument, or rotate-keyset.");
    }
  }

  /** Starts the application inside this process, for tests and tools; close it to stop it. */
  public static AutoCloseable start(Map<String, String> environment) {
    return RunningApp.start(new SettingsReader(environment).read());
  }
}
