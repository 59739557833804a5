package tandem.app.decision;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tandem.app.connection.PropertyNews;
import tandem.app.decision.DecisionFiles.Kept;
import tandem.app.decision.DecisionFiles.Unreadable;
import tandem.app.lifecycle.Refusal;
import tandem.app.project.Answers;
import tandem.app.project.IssueProperties;
import tandem.app.project.ProjectIssue;
import tandem.app.project.Visit;
import tandem.sync.document.DecisionJson;
import tandem.sync.model.DecisionId;
import tandem.sync.model.IssueId;
import tandem.sync.replica.Outcome;

/** Reads decisions with their texts: one call for each issue that has some, a few at a time. */
@Component
class DecisionTexts {
  static final String PREFIX = "tandem.decision.";

  private static final int AT_A_TIME = 8;
  private static final int MOST_ISSUES = 1_000;

  private final IssueProperties properties;
  private final ExecutorService background;

  DecisionTexts(IssueProperties properties, ExecutorService background) {
    this.properties = properties;
    this.background = background;
  }

  /** All decisions of some issues. */
  record Read(List<Kept> decisions, List<Unreadable> unreadable) {}

  /** Throws the answer where Jira does not give them all, or they are too many to hand over. */
  Read of(Visit visit, List<ProjectIssue> issues) {
    if (issues.size() > MOST_ISSUES) {
      throw Refusal.of(
          HttpStatus.CONFLICT,
          "Too many for one export",
          "%,d issues have decisions; at most %,d are exported at once. The CSV lists them."
              .formatted(issues.size(), MOST_ISSUES));
    }
    Read read = new Read(new ArrayList<>(), new ArrayList<>());
    for (int from = 0; from < issues.size(); from += AT_A_TIME) {
      List<ProjectIssue> some = issues.subList(from, Math.min(from + AT_A_TIME, issues.size()));
      together(visit, some).forEach((issue, found) -> add(issue, found, read));
    }
    return read;
  }

  /** All decisions of one issue, by id. Throws the answer where it is not of the project. */
  Map<String, DecisionJson.Reading> on(Visit visit, String issueId) {
    Map<String, DecisionJson.Reading> found = new HashMap<>();
    Answers.valueOf(properties.all(visit, issueId, PREFIX))
        .orElseThrow(() ->
            Refusal.of(
                HttpStatus.NOT_FOUND,
                "No such issue",
                "The issue is not in this project any more. Choose another one."))
        .forEach((id, value) -> found.put(id, decision(id, value)));
    return found;
  }

  /** That decisions of an issue were written or deleted one after the other, and now all are. */
  static PropertyNews news(Visit visit, String issueId) {
    return new PropertyNews(
        visit.installation().id(), new IssueId(issueId), PREFIX, Optional.empty(), "");
  }

  private Map<ProjectIssue, Map<String, JsonNode>> together(Visit visit, List<ProjectIssue> some) {
    List<Callable<Outcome<Optional<Map<String, JsonNode>>>>> calls = new ArrayList<>();
    some.forEach(it -> calls.add(() -> properties.all(visit, it.name().id(), PREFIX)));
    Map<ProjectIssue, Map<String, JsonNode>> found = new LinkedHashMap<>();
    try {
      List<Future<Outcome<Optional<Map<String, JsonNode>>>>> answers = background.invokeAll(calls);
      for (int i = 0; i < some.size(); i++) {
        found.put(some.get(i), Answers.valueOf(answers.get(i).get()).orElse(Map.of()));
      }
      return found;
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the export was interrupted", stopping);
    } catch (ExecutionException broken) {
      throw new IllegalStateException("the export failed", broken.getCause());
    }
  }

  private static void add(ProjectIssue issue, Map<String, JsonNode> found, Read read) {
    found.forEach((id, value) -> {
      switch (decision(id, value)) {
        case DecisionJson.Read(var decision, var at) ->
            read.decisions().add(new Kept(issue.name().id(), decision));
        case DecisionJson.Refused refused ->
            read.unreadable().add(new Unreadable(fileName(issue, id), value.toString()));
      }
    });
  }

  /** A property's key is somebody else's text: it must not lead out of the zip. */
  private static String fileName(ProjectIssue issue, String id) {
    return issue.name().key() + "-" + Slug.of(id) + ".json";
  }

  static DecisionJson.Reading decision(String id, JsonNode value) {
    try {
      return DecisionJson.read(new DecisionId(id), value.toString());
    } catch (IllegalArgumentException notAnId) {
      return new DecisionJson.Refused("its property's key is not one of Tandem's");
    }
  }
}
