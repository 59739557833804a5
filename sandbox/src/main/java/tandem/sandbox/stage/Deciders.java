package tandem.sandbox.stage;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tandem.sandbox.http.Json;

/**
 * The people of both trackers who rewrite decisions: one decision a pair, whose context changes.
 */
public final class Deciders {
  private static final String PROPERTY = "tandem.decision.";
  private static final String DOCUMENTS =
      "query($id: String!) { issue(id: $id) { documents(first: 250) { nodes { id title content } }"
          + " } }";
  private static final String TITLE = "One client for payments ";
  private static final String REWRITE =
      "mutation($id: String!, $input: DocumentUpdateInput!) {"
          + " documentUpdate(id: $id, input: $input) { success } }";

  private static final Pattern WORD = Pattern.compile("word-\\d{6}");

  private final Trackers trackers;

  Deciders(Trackers trackers) {
    this.trackers = trackers;
  }

  /** Records a decision in Jira. */
  public void record(Pair pair, String context) {
    var value =
        Json.tree(
            Map.of(
                "v",
                1,
                "title",
                TITLE + pair.number(),
                "facts",
                Map.of("status", "proposed", "space", "solution"),
                "sections",
                List.of(
                    section("context", context),
                    section("decision", "One client with a written policy."),
                    section("consequences", "Checkout waits at most 8 seconds."))));
    trackers.jira().hand().property(pair.jiraId(), PROPERTY + id(pair), value);
  }

  private static Map<String, Object> section(String topic, String text) {
    return Map.of("topic", topic, "body", List.of(text + "\n"));
  }

  private static String id(Pair pair) {
    return "pair-" + pair.number();
  }

  /** Writes other words in the place of those that stand there, on one side. */
  public void rewrite(Pair pair, Tracker side, String words, String others) {
    switch (side) {
      case JIRA -> {
        var value = property(pair).orElseThrow();
        var changed = Json.parse(value.toString().replace(words, others).getBytes(UTF_8));
        trackers.jira().hand().property(pair.jiraId(), PROPERTY + id(pair), changed);
      }
      case LINEAR -> {
        var document = document(pair).orElseThrow();
        var content = document.path("content").asText().replace(words, others);
        var variables =
            Map.of("id", document.path("id").asText(), "input", Map.of("content", content));
        trackers.linear().ask(trackers.linearAdmin(), REWRITE, variables);
      }
    }
  }

  /** The words that one side's decision shows, of those that {@link #word} makes. */
  public SortedSet<String> shown(Pair pair, Tracker side) {
    return words(text(pair, side));
  }

  /**
   * Writes a word in the place of those that stand there.
   *
   * @return what stood there just before
   */
  public SortedSet<String> choose(Pair pair, Tracker side, String word) {
    var before = shown(pair, side);
    before.forEach(old -> rewrite(pair, side, old, word));
    return before;
  }

  /** True where both sides show the same word and no other. */
  public boolean agree(Pair pair) {
    var inJira = shown(pair, Tracker.JIRA);
    return inJira.size() == 1 && inJira.equals(shown(pair, Tracker.LINEAR));
  }

  private String text(Pair pair, Tracker side) {
    return switch (side) {
      case JIRA -> property(pair).map(JsonNode::toString).orElse("");
      case LINEAR -> document(pair).map(it -> it.path("content").asText()).orElse("");
    };
  }

  /** A word that is part of no other one. */
  public static String word(int number) {
    return "word-%06d".formatted(number);
  }

  /** Whether a body of Jira's is about the pair's decision. */
  public static boolean isAbout(Pair pair, String body) {
    return body.contains('"' + PROPERTY + id(pair) + '"');
  }

  /** The words that are in a text. */
  public static SortedSet<String> words(String text) {
    return WORD.matcher(text)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Whether both sides hold these words. */
  public boolean agree(Pair pair, String words) {
    return property(pair).filter(value -> value.toString().contains(words)).isPresent()
        && document(pair).filter(it -> it.path("content").asText().contains(words)).isPresent();
  }

  private Optional<JsonNode> property(Pair pair) {
    var issue = trackers.jira().hand().read(pair.jiraId());
    return Optional.ofNullable(issue.annex().properties().get(PROPERTY + id(pair)));
  }

  private Optional<JsonNode> document(Pair pair) {
    var variables = new HashMap<String, String>();
    variables.put("id", pair.linearId());
    var issue = trackers.linear().ask(trackers.linearAdmin(), DOCUMENTS, variables);
    return StreamSupport.stream(issue.at("/issue/documents/nodes").spliterator(), false)
        .filter(each -> each.path("title").asText().endsWith(TITLE + pair.number()))
        .findFirst();
  }
}
