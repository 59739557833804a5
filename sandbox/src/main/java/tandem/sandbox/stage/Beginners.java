package tandem.sandbox.stage;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tandem.sandbox.http.Json;

/**
 * The people of both trackers who record what was not there: decisions on either side, and issues
 * in Jira. Whatever they record has a name that nothing else has, by which it is found on both
 * sides.
 */
public final class Beginners {
  private static final String PROPERTY = "tandem.decision.";
  private static final String DOCUMENTS =
      "query($id: String!) { issue(id: $id) { documents(first: 250) { nodes { title content } } }"
          + " }";
  private static final String BEGIN =
      "mutation($input: DocumentCreateInput!) { documentCreate(input: $input) { success } }";
  private static final String TITLED =
      "query($title: String!) { issues(filter: {title: {eq: $title}}) { nodes { id attachments {"
          + " nodes { url } } } } }";

  private final Trackers trackers;

  Beginners(Trackers trackers) {
    this.trackers = trackers;
  }

  /** Records a decision: a property in Jira, a document titled "Decision: …" in Linear. */
  public void decide(Pair pair, Tracker side, String name) {
    var context = "Nobody decided on %s before.".formatted(name);
    switch (side) {
      case JIRA ->
          trackers.jira().hand().property(pair.jiraId(), PROPERTY + name, property(name, context));
      case LINEAR ->
          ask(
              BEGIN,
              Map.of(
                  "input",
                  Map.of(
                      "issueId", pair.linearId(),
                      "title", "Decision: " + name,
                      "content", "## Context\n\n" + context + "\n")));
    }
  }

  private static JsonNode property(String name, String context) {
    var section = Map.of("topic", "context", "body", List.of(context + "\n"));
    var facts = Map.of("status", "proposed", "space", "solution");
    return Json.tree(Map.of("v", 1, "title", name, "facts", facts, "sections", List.of(section)));
  }

  /** How many decisions of this name, in title and context, one side of the pair has. */
  public long decisions(Pair pair, Tracker side, String name) {
    return switch (side) {
      case JIRA -> inJira(pair).filter(value -> isNamed(value, "sections", name)).count();
      case LINEAR -> inLinear(pair).filter(value -> isNamed(value, "content", name)).count();
    };
  }

  private static boolean isNamed(JsonNode decision, String text, String name) {
    return decision.path("title").asText().endsWith(name)
        && decision.path(text).toString().contains(name);
  }

  private Stream<JsonNode> inJira(Pair pair) {
    var properties = trackers.jira().hand().read(pair.jiraId()).annex().properties();
    return properties.entrySet().stream()
        .filter(each -> each.getKey().startsWith(PROPERTY))
        .map(Map.Entry::getValue);
  }

  private Stream<JsonNode> inLinear(Pair pair) {
    var issue = ask(DOCUMENTS, Map.of("id", pair.linearId()));
    return StreamSupport.stream(issue.at("/issue/documents/nodes").spliterator(), false);
  }

  /**
   * Makes an issue in Jira that has no twin.
   *
   * @return its key
   */
  public String issue(String name, String budget) {
    var label = Budgets.PREFIX + budget;
    return trackers.jira().hand().issue(Trackers.PROJECT, name, label).key();
  }

  /**
   * The issues of Linear with this name, as pairs with the Jira issue of this key: each is there,
   * but only one that names the Jira issue by an attachment is its twin.
   *
   * @param attached whether they must name it
   */
  public List<Pair> twins(String jiraKey, String name, boolean attached) {
    var issue = trackers.jira().hand().read(jiraKey);
    var twins = new ArrayList<Pair>();
    for (JsonNode found : ask(TITLED, Map.of("title", name)).at("/issues/nodes")) {
      if (!attached || names(found, trackers.jira().baseUrl() + "/browse/" + jiraKey)) {
        twins.add(new Pair(-1, issue.id(), jiraKey, found.path("id").asText()));
      }
    }
    return twins;
  }

  private static boolean names(JsonNode issue, String url) {
    return issue.at("/attachments/nodes").findValuesAsText("url").contains(url);
  }

  private JsonNode ask(String query, Map<String, ?> variables) {
    return trackers.linear().ask(trackers.linearAdmin(), query, variables);
  }
}
