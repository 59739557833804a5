package tandem.sync.document;

import java.util.Optional;
import java.util.Set;
import tandem.sync.model.Fact;
import tandem.sync.model.Passage;
import tandem.sync.model.Section;
import tandem.sync.model.Topic;

/**
 * The lines between {@code ---} at the very top of a document, or in a code block of YAML there: a
 * tracker takes {@code ---} for a rule and the lines for a heading, so that a document in a tracker
 * carries its front matter as code. Of YAML only {@code key: value} on one line is read, and only
 * where the key names a fact; every other line is kept as it is.
 */
final class FrontMatter {
  private static final String NOT_PLAIN = "[{|>&*!%@#`\"'";

  private FrontMatter() {}

  /** How front matter begins and ends. */
  enum Form {
    FILE("---", "---"),
    TRACKER("```yaml", "```");

    final String opening;
    final String closing;

    Form(String opening, String closing) {
      this.opening = opening;
      this.closing = closing;
    }

    /** The form of front matter that is there; a tracker's for a new one. */
    static Form of(String raw) {
      return raw.startsWith(FILE.opening) ? FILE : TRACKER;
    }
  }

  /** Empty where there is none, or where it is never closed. */
  static Optional<Part> read(String markdown, Set<Fact> told) {
    int opened = lineEnd(markdown, 0);
    Form form = Form.of(markdown);
    if (!markdown.substring(0, opened).stripTrailing().equals(form.opening)) {
      return Optional.empty();
    }
    int closing = opened;
    while (closing < markdown.length()) {
      int end = lineEnd(markdown, closing);
      if (markdown.substring(closing, end).stripTrailing().equals(form.closing)) {
        return Optional.of(between(markdown.substring(0, end), opened, closing, told));
      }
      closing = end;
    }
    return Optional.empty();
  }

  /** A fact as a line of its own. */
  static Spot line(Fact fact, Passage value) {
    boolean plain = NOT_PLAIN.indexOf(value.written().charAt(0)) < 0;
    String quote = plain ? "" : "\"";
    return new Spot(Optional.of(fact), fact.frontMatterKey() + ": " + quote, value, quote + "\n");
  }

  private static Part between(String raw, int from, int to, Set<Fact> told) {
    PartDraft draft =
        new PartDraft(Section.Key.of(Topic.FRONT_MATTER), Passage.NONE, raw.substring(0, from));
    int start = from;
    while (start < to) {
      int end = lineEnd(raw, start);
      String line = raw.substring(start, end);
      fact(line, told).ifPresentOrElse(draft::add, () -> draft.add(verbatim(line)));
      start = end;
    }
    Part part = draft.finish();
    return new Part(part.key(), part.heading(), part.spots(), part.body(), raw);
  }

  /** A line that is no fact. */
  static Passage verbatim(String line) {
    return new Passage(line, line.stripTrailing());
  }

  private static Optional<Spot> fact(String line, Set<Fact> told) {
    int colon = line.indexOf(": ");
    if (colon <= 0 || Character.isWhitespace(line.charAt(0))) {
      return Optional.empty();
    }
    int from = colon + 2;
    String value = line.substring(from).strip();
    boolean quoted = isQuoted(value);
    String bare = quoted ? value.substring(1, value.length() - 1) : value;
    if (bare.isBlank() || (!quoted && NOT_PLAIN.indexOf(bare.charAt(0)) >= 0)) {
      return Optional.empty();
    }
    int at = line.indexOf(bare, from);
    return Fact.labelled(line.substring(0, colon))
        .filter(told::add)
        .map(fact ->
            new Spot(
                Optional.of(fact),
                line.substring(0, at),
                new Passage(bare, Passages.line(bare).meaning()),
                line.substring(at + bare.length())));
  }

  private static boolean isQuoted(String value) {
    char first = value.isEmpty() ? ' ' : value.charAt(0);
    return value.length() > 1
        && (first == '"' || first == '\'')
        && value.charAt(value.length() - 1) == first;
  }

  private static int lineEnd(String text, int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end + 1;
  }
}
