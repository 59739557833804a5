package tandem.app.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Every document that Tandem keeps, with {@link HostileWords} in each of its texts. */
final class HostileDocuments {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String WHEN = "2026-11-20T09:00:00Z";
  private static final int STORY_LINE = 3;
  private static final int TITLE = 5;
  private static final int MOST = 20;

  private HostileDocuments() {}

  static JsonNode settings() {
    List<Map<String, Object>> drafts = each((nr, text) -> Map.of("text", text, "type", "ux"));
    return tree(
        Map.of(
            "v",
            1,
            "definitionOfDone",
            HostileWords.ALL,
            "templates",
            each((nr, text) -> Map.of("issueType", "Task", "name", text, "criteria", drafts)),
            "slos",
            each((nr, text) -> Map.of("name", text, "objective", 99)),
            "period",
            "week",
            "measure",
            "count"));
  }

  static JsonNode acceptance(List<String> people) {
    Map<String, Object> yes = Map.of("by", people.getFirst(), "at", WHEN);
    return tree(
        Map.of(
            "v", 1,
            "story", Map.of("asA", part(0), "iWant", part(1), "soThat", part(2)),
            "criteria",
                each((nr, text) ->
                    Map.of(
                        "id",
                        "c" + nr,
                        "text",
                        text,
                        "type",
                        "ux",
                        "changed",
                        Map.of("at", WHEN, "by", people.getLast(), "was", text))),
            "removed",
                each((nr, text) -> Map.of("text", text, "at", WHEN, "by", people.get(1)))
                    .subList(0, MOST),
            "criteriaChangedAt", WHEN,
            "agreed", Map.of("product", yes, "engineering", yes, "design", yes)));
  }

  /** A third of the words, since a line of the story is short. */
  private static String part(int nr) {
    int size = (HostileWords.ALL.size() + STORY_LINE - 1) / STORY_LINE;
    int end = Math.min(HostileWords.ALL.size(), (nr + 1) * size);
    return String.join(" ", HostileWords.ALL.subList(nr * size, end));
  }

  static JsonNode impact(List<String> people) {
    String text = HostileWords.TOGETHER;
    return tree(
        Map.of(
            "v", 1,
            "problem", text,
            "simplest", text,
            "metric", Map.of("name", text, "baseline", text, "target", text),
            "why", Map.of("cause", text, "user", text, "business", text),
            "rating", Map.of("impact", 5, "effort", 2),
            "slo", Map.of("name", text, "objective", 99.9, "current", 99.8, "left", 50),
            "feasibility",
                Map.of("answer", "unsure", "because", text, "by", people.get(1), "at", WHEN),
            "roles",
                Map.of(
                    "responsible",
                    people,
                    "accountable",
                    people.getFirst(),
                    "consulted",
                    List.of(HostileWords.nr(2)),
                    "informed",
                    people)));
  }

  static JsonNode tradeoff(String person) {
    String text = HostileWords.TOGETHER;
    return tree(
        Map.of(
            "v", 1,
            "skip", Map.of("capability", text, "when", text, "severity", "high"),
            "options",
                each((nr, word) ->
                        Map.of(
                            "id",
                            "o" + nr,
                            "title",
                            word,
                            "gain",
                            text,
                            "cost",
                            HostileWords.nr(nr + 1),
                            "risk",
                            word))
                    .subList(0, MOST),
            "chosen", Map.of("option", "o2", "because", text, "by", person, "at", WHEN),
            "risks",
                each((nr, word) ->
                    Map.of(
                        "id",
                        "r" + nr,
                        "kind",
                        "timeline",
                        "text",
                        word,
                        "by",
                        person,
                        "at",
                        WHEN))));
  }

  /** A decision as a panel sends it. */
  static JsonNode decision() {
    Map<String, Object> decision = new HashMap<>();
    String text = "So: " + HostileWords.TOGETHER;
    List.of("context", "decision", "consequences", "skipped", "options")
        .forEach(section -> decision.put(section, text));
    decision.put("title", String.join(" ", HostileWords.ALL.subList(0, TITLE)));
    decision.put("status", "proposed");
    decision.put("decidedBy", HostileWords.without(","));
    decision.put(
        "dissent",
        HostileWords.without(":").stream()
            .map(it -> Map.of("who", it, "because", HostileWords.TOGETHER))
            .toList());
    return tree(decision);
  }

  /** In the form in which Tandem stores it, with facts that Tandem would not write. */
  static JsonNode foreignDecision() {
    String word = HostileWords.nr(2);
    return tree(
        Map.of(
            "v",
            1,
            "title",
            word,
            "at",
            word,
            "facts",
            Map.of("status", word, "decidedBy", word, "decidedOn", word, "supersedes", word),
            "sections",
            List.of(
                Map.of(
                    "heading",
                    "## " + word + "\n\n",
                    "body",
                    List.of(word + "\n"),
                    "name",
                    word))));
  }

  /** By the keys of the properties: what looks like a document and is none. */
  static Map<String, JsonNode> unreadable() {
    String word = HostileWords.nr(2);
    return Map.of(
        "tandem.acceptance", tree(Map.of("v", 1, "criteria", word, word, 1)),
        "tandem.impact", tree(word),
        "tandem.tradeoff", tree(Map.of("v", word)),
        "tandem.decision.one", tree(word));
  }

  /** A member of a list. */
  @FunctionalInterface
  private interface One {
    Map<String, Object> of(int nr, String text);
  }

  private static List<Map<String, Object>> each(One one) {
    List<Map<String, Object>> all = new ArrayList<>();
    HostileWords.ALL.forEach(text -> all.add(one.of(all.size(), text)));
    return all;
  }

  private static JsonNode tree(Object value) {
    return JSON.valueToTree(value);
  }
}
