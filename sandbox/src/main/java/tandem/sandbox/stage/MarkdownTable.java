package tandem.sandbox.stage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A table as Markdown writes it. */
public final class MarkdownTable {
  private final List<String> lines = new ArrayList<>();

  public MarkdownTable(String... columns) {
    row((Object[]) columns);
    row(Arrays.stream(columns).map(column -> "---").toArray());
  }

  /** Adds a row; of a value that is not text, its words are taken. */
  public MarkdownTable row(Object... cells) {
    lines.add("| " + String.join(" | ", Arrays.stream(cells).map(String::valueOf).toList()) + " |");
    return this;
  }

  @Override
  public String toString() {
    return String.join(System.lineSeparator(), lines) + System.lineSeparator();
  }
}
