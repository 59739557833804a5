package tandem.sandbox.scenario;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tandem.sandbox.scenario.CheckoutTeam.Decision;

/** A decision as Tandem keeps it in Jira (an issue property) and in Linear (a document). */
record Minutes(CheckoutTeam team, Decision decision, LocalDate today) {
  String propertyKey() {
    return "tandem.decision." + decision.id();
  }

  String documentTitle() {
    return "Decision: " + decision.title();
  }

  /** The value of the Jira issue property, version 1. */
  Map<String, Object> property() {
    var value = new LinkedHashMap<String, Object>();
    value.put("v", 1);
    value.put("id", decision.id());
    value.put("title", decision.title());
    value.put("status", decision.status());
    value.put("space", decision.space());
    value.put("context", decision.context());
    value.put("decision", decision.decision());
    value.put("consequences", decision.consequences());
    value.put("ifSkipped", decision.ifSkipped());
    value.put("dissent", dissent());
    value.put("decidedBy", name(decision.by()));
    value.put("decidedOn", decidedOn());
    value.put("reviewOn", reviewOn());
    return value;
  }

  /** The Linear document's Markdown: a heading a section, as ADRs have them. */
  String markdown() {
    var sections = new LinkedHashMap<String, String>();
    sections.put("Status", decision.status());
    sections.put("Space", decision.space());
    sections.put("Context", decision.context());
    sections.put("Decision", decision.decision());
    sections.put("Consequences", decision.consequences());
    sections.put("If we skip it", decision.ifSkipped());
    sections.put("Dissent", dissentLines());
    sections.put("Decided", "%s, %s".formatted(name(decision.by()), decidedOn()));
    sections.put("Review on", reviewOn());
    return sections.entrySet().stream()
        .filter(section -> !section.getValue().isEmpty())
        .map(section -> "## %s\n\n%s".formatted(section.getKey(), section.getValue()))
        .collect(joining("\n\n"));
  }

  private List<Map<String, String>> dissent() {
    var all = new ArrayList<Map<String, String>>();
    for (var each : decision.dissenters()) {
      all.add(Map.of("who", name(each.get(0)), "because", each.get(1)));
    }
    return all;
  }

  private String dissentLines() {
    return decision.dissenters().stream()
        .map(each -> "* %s: %s".formatted(name(each.get(0)), each.get(1)))
        .collect(joining("\n"));
  }

  private String decidedOn() {
    return today.minusDays(decision.daysAgo()).toString();
  }

  private String reviewOn() {
    return today.plusDays(decision.reviewInDays()).toString();
  }

  private String name(String member) {
    return team.member(member).name();
  }
}
