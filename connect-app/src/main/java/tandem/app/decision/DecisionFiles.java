package tandem.app.decision;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tandem.sync.document.DecisionMarkdown;
import tandem.sync.model.Decision;

/**
 * Decisions as files in the habit of architecture decision records: {@code 0001-use-postgresql.md},
 * numbered from the oldest.
 */
final class DecisionFiles {
  /** Of every file, so that the same decisions give the same zip. */
  private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private static final Comparator<Kept> OLDEST_FIRST =
      Comparator.comparing((Kept it) -> it.decision().decidedOn().orElse(LocalDate.MAX))
          .thenComparingLong(it -> Long.parseLong(it.issueId()))
          .thenComparing(it -> it.decision().id());

  private DecisionFiles() {}

  /** A decision of an issue. */
  record Kept(String issueId, Decision decision) {}

  /**
   * What could not be read as a decision, to be handed on as it is.
   *
   * @param name of its file
   */
  record Unreadable(String name, String text) {}

  /** File names and texts, in order. */
  static Map<String, String> of(List<Kept> decisions, List<Unreadable> unreadable) {
    Map<String, String> files = new LinkedHashMap<>();
    decisions.stream()
        .sorted(OLDEST_FIRST)
        .forEach(it ->
            files.put(
                String.format(Locale.ROOT, "%04d-%s.md", files.size() + 1, name(it.decision())),
                DecisionMarkdown.write(it.decision()).markdown()));
    unreadable.forEach(it ->
        files.put(
            String.format(Locale.ROOT, "unreadable/%04d-%s", files.size() + 1, it.name()),
            it.text()));
    return files;
  }

  private static String name(Decision decision) {
    String title = decision.title().written();
    return Slug.of(title.isBlank() ? decision.id().value() : title);
  }

  static byte[] zip(Map<String, String> files) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        ZipEntry entry = new ZipEntry(file.getKey());
        entry.setTimeLocal(TIME);
        zip.putNextEntry(entry);
        zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
    return bytes.toByteArray();
  }
}
