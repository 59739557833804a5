package tandem.sync.document;

import java.util.Locale;
import java.util.Optional;
import tandem.sync.model.Decision;
import tandem.sync.model.DecisionId;
import tandem.sync.model.Passage;
import tandem.sync.model.Topic;

/**
 * A decision as a document in a tracker that keeps a title beside the text: {@code "Decision: Use
 * PostgreSQL"} and the Markdown without that heading. A document whose own title names nothing may
 * have its title in the text, as a heading of the first level.
 *
 * @param title as the tracker has it, one line
 * @param content Markdown
 */
public record TitledDocument(String title, String content) {
  private static final String WORD = "decision";
  private static final String PREFIX = "Decision: ";

  /** Nothing yet. */
  public static final TitledDocument NONE = new TitledDocument("", "");

  public TitledDocument {
    title = String.join(" ", title.lines().toList());
  }

  /** What {@link #text()} gave. */
  public static TitledDocument of(String text) {
    int end = text.indexOf('\n');
    return end < 0
        ? new TitledDocument(text, "")
        : new TitledDocument(text.substring(0, end), text.substring(end + 1));
  }

  /** Title and content in one text: the first line is the title. */
  public String text() {
    return title + "\n" + content;
  }

  /** Whether the title says that this is a decision: "Decision:", in any case and spacing. */
  public boolean isDecision() {
    return named().isPresent();
  }

  /** Total: whatever the document is, all of it is in the decision. */
  public ReadDecision read(DecisionId id) {
    return DecisionMarkdown.read(id, whole());
  }

  /**
   * The document that says what the decision says, and is otherwise this one: title and sections
   * that say the same stay as they are. Empty where reading it would give something else, {@link
   * Rendered.Misread}.
   */
  public Optional<TitledDocument> write(Decision decision) {
    return DecisionMarkdown.write(decision, whole()) instanceof Rendered.Faithful(String markdown)
        ? Optional.of(apart(markdown, decision.title()))
            .filter(next -> next.read(decision.id()).decision().says(decision))
        : Optional.empty();
  }

  /** The title without its first word; all of it where it does not begin with that. */
  private Passage name() {
    return Passages.line(named().orElse(title));
  }

  private Optional<String> named() {
    String bare = title.strip();
    String lower = bare.toLowerCase(Locale.ROOT);
    String rest = lower.startsWith(WORD) ? bare.substring(WORD.length()).stripLeading() : "";
    return rest.startsWith(":") ? Optional.of(rest.substring(1).strip()) : Optional.empty();
  }

  /** One Markdown document: front matter, title, the rest. */
  private String whole() {
    int front = front(content);
    String open = front > 0 && content.charAt(front - 1) != '\n' ? "\n" : "";
    return name().isSilent()
        ? content
        : content.substring(0, front) + open + heading(name()) + content.substring(front);
  }

  /** Takes the title out again, unless it has always stood in the text. */
  private TitledDocument apart(String markdown, Passage newTitle) {
    boolean inText = name().isSilent() && !titleOf(content).isSilent();
    if (inText || newTitle.isSilent()) {
      return new TitledDocument(title.isBlank() || !inText ? PREFIX.strip() : title, markdown);
    }
    int front = front(markdown);
    int from = front;
    while (markdown.startsWith("\n", from)) {
      from++;
    }
    int to = afterLine(markdown, from);
    String rest = markdown.substring(markdown.startsWith("\n", to) ? to + 1 : to);
    String open = markdown.substring(0, rest.startsWith("\n") ? front : from);
    String kept = newTitle.says(name()) ? title : PREFIX + Pen.oneLine(newTitle).written();
    return new TitledDocument(kept, open + rest);
  }

  private static Passage titleOf(String markdown) {
    return DecisionMarkdown.read(new DecisionId("title"), markdown).decision().title();
  }

  private static String heading(Passage name) {
    return "# " + name.written() + "\n\n";
  }

  private static int front(String markdown) {
    return Outline.of(markdown).parts().stream()
        .filter(part -> part.is(Topic.FRONT_MATTER))
        .mapToInt(part -> part.raw().length())
        .sum();
  }

  private static int afterLine(String text, int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end + 1;
  }
}
