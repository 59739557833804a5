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

  /**
   * Where it was written: what is still open in Linear, the rest in Jira. The other tracker gets it
   * from Tandem.
   */
  boolean isOfLinear() {
    return decision.status().equals("proposed");
  }

  /** The value of the Jira issue property, version 1. */
  Map<String, Object> property() {
    var facts = new LinkedHashMap<String, String>();
    facts.put("status", decision.status());
    facts.put("space", decision.space());
    facts.put("decidedBy", name(decision.by()));
    facts.put("decidedOn", decidedOn());
    facts.put("reviewOn", reviewOn());
    var value = new LinkedHashMap<String, Object>();
    value.put("v", 1);
    value.put("title", decision.title());
    value.put("facts", facts);
    value.put("sections", sections());
    return value;
  }

  /** The value of {@code tandem.decisions} of an issue with this decision only. */
  Map<String, Object> digest() {
    var entry = new LinkedHashMap<String, Object>();
    entry.put("id", decision.id());
    entry.put("title", decision.title());
    entry.put("status", decision.status());
    entry.put("space", decision.space());
    entry.put("by", List.of(name(decision.by())));
    entry.put("on", decidedOn());
    entry.put("reviewOn", reviewOn());
    entry.put("dissent", decision.dissenters().size());
    entry.put("supersedes", "");
    return Map.of("v", 1, "list", List.of(entry), "more", 0);
  }

  private List<Map<String, Object>> sections() {
    var sections = new ArrayList<Map<String, Object>>();
    sections.add(section("context", decision.context()));
    sections.add(section("decision", decision.decision()));
    sections.add(section("consequences", decision.consequences()));
    sections.add(section("skipped", decision.ifSkipped()));
    if (!dissentLines().isEmpty()) {
      sections.add(section("dissent", dissentLines()));
    }
    return sections;
  }

  private static Map<String, Object> section(String topic, String text) {
    return Map.of("topic", topic, "body", List.of(text + "\n"));
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
