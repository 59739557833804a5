package tandem.sandbox.stage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What a process used since its start.
 *
 * @param cpu of all its threads
 * @param residentMiB memory in use now
 * @param peakMiB the most that was ever in use
 */
public record Footprint(Duration cpu, long residentMiB, long peakMiB) {
  static final Footprint NONE = new Footprint(Duration.ZERO, 0, 0);

  static Footprint of(ProcessHandle process) {
    var cpu = process.info().totalCpuDuration().orElse(Duration.ZERO);
    var status = Path.of("/proc", String.valueOf(process.pid()), "status");
    try {
      var lines = Files.readAllLines(status);
      return new Footprint(cpu, mebibytes(lines, "VmRSS:"), mebibytes(lines, "VmHWM:"));
    } catch (IOException e) {
      return new Footprint(cpu, 0, 0);
    }
  }

  /** The kernel counts in kB. */
  private static long mebibytes(List<String> status, String name) {
    return status.stream()
        .filter(line -> line.startsWith(name))
        .map(line -> line.replaceAll("\\D", ""))
        .mapToLong(Long::parseLong)
        .map(kib -> kib / 1024)
        .findFirst()
        .orElse(0);
  }
}
