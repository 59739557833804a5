package tandem.app.project;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;

/** Reads an issue of a search's answer. */
final class IssueReader {
  private static final int LONGEST_SUMMARY = 255;
  private static final int LONGEST_NAME = 255;
  private static final int MOST_LABELS = 200;
  private static final double MOST_POINTS = 1_000_000;
  private static final List<String> FIELDS =
      List.of(
          "summary",
          "status",
          "issuetype",
          "labels",
          "created",
          "resolutiondate",
          "statuscategorychangedate");
  private static final String DONE = "done";

  private final ProjectFields fields;

  IssueReader(ProjectFields fields) {
    this.fields = fields;
  }

  /** What Jira has to be asked for. */
  List<String> wanted() {
    return Stream.of(FIELDS, fields.estimates(), fields.sprints()).flatMap(List::stream).toList();
  }

  /** Empty where the answer holds no issue. */
  Optional<ProjectIssue> read(JsonNode issue) {
    Optional<String> id = Bounded.text(issue.path("id"), LONGEST_NAME);
    Optional<String> key = Bounded.text(issue.path("key"), LONGEST_NAME);
    JsonNode values = issue.path("fields");
    Optional<Instant> created = Bounded.time(values.path("created"));
    if (id.isEmpty() || key.isEmpty() || created.isEmpty() || !id.get().matches("\\d{1,18}")) {
      return Optional.empty();
    }
    String summary = Bounded.text(values.path("summary"), LONGEST_SUMMARY).orElse("");
    boolean open = !DONE.equals(values.at("/status/statusCategory/key").asText());
    return Optional.of(
        new ProjectIssue(
            new ProjectIssue.Name(id.get(), key.get(), summary),
            Bounded.text(values.at("/issuetype/name"), LONGEST_NAME).orElse(""),
            Bounded.text(values.at("/status/name"), LONGEST_NAME).orElse(""),
            open,
            labels(values.path("labels")),
            created.get(),
            open ? Optional.empty() : closed(values),
            estimate(values),
            sprints(values),
            IssueSummary.read(issue.path("properties").path(IssueSummary.PROPERTY)),
            DecisionDigest.read(issue.path("properties").path(DecisionDigest.PROPERTY))));
  }

  /** A workflow need not set a resolution; the time of the status' category is always there. */
  private static Optional<Instant> closed(JsonNode values) {
    return Bounded.time(values.path("resolutiondate"))
        .or(() -> Bounded.time(values.path("statuscategorychangedate")));
  }

  private static Set<String> labels(JsonNode given) {
    Set<String> labels = new HashSet<>();
    for (JsonNode label : given) {
      if (labels.size() < MOST_LABELS) {
        Bounded.text(label, LONGEST_NAME).ifPresent(labels::add);
      }
    }
    return labels;
  }

  private OptionalDouble estimate(JsonNode values) {
    return fields.estimates().stream()
        .map(id -> Bounded.number(values.path(id), 0, MOST_POINTS))
        .filter(OptionalDouble::isPresent)
        .findFirst()
        .orElse(OptionalDouble.empty());
  }

  private List<Sprint> sprints(JsonNode values) {
    return fields.sprints().stream()
        .flatMap(id -> Sprint.read(values.path(id)).stream())
        .distinct()
        .toList();
  }
}
