package tandem.sandbox.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import tandem.sandbox.http.Json;
import tandem.sandbox.jira.Hand;
import tandem.sandbox.jira.JiraSite;
import tandem.sandbox.jira.field.IssueType;
import tandem.sandbox.jira.field.Priority;
import tandem.sandbox.jira.state.Person;
import tandem.sandbox.jira.state.Role;
import tandem.sandbox.scenario.CheckoutTeam.Member;
import tandem.sandbox.scenario.CheckoutTeam.Story;

/**
 * Tells the checkout team's story to a Jira site: every step by its own person, at its own time.
 */
final class JiraTale {
  /** The project that the story happens in. */
  static final String PROJECT = "SHOP";

  private final CheckoutTeam team;
  private final JiraSite site;
  private final StoryClock clock;
  private final Instant now;
  private final TeamSprints sprints;
  private final Map<String, Person> people = new HashMap<>();

  JiraTale(CheckoutTeam team, JiraSite site, StoryClock clock) {
    this.team = team;
    this.site = site;
    this.clock = clock;
    this.now = clock.instant();
    this.sprints = new TeamSprints(now);
  }

  /** Tells it whole and answers each story's issue key. */
  Map<Story, String> tell() {
    team.people().forEach(this::enter);
    hand("amara").project(PROJECT, "Checkout team");
    var keys = new LinkedHashMap<Story, String>();
    for (var story : team.inJira()) {
      keys.put(story, tell(story));
    }
    return keys;
  }

  /** Links an issue to its Linear twin, as people see it among the web links. */
  void link(String key, String linearUrl, String title) {
    hand("amara").remoteLink(key, linearUrl, linearUrl, title);
  }

  /** The site's own people are there already; anybody else comes in. */
  private void enter(Member member) {
    var known =
        site.store().people().stream()
            .filter(person -> person.displayName().equals(member.name()))
            .findFirst();
    var person =
        known.orElseGet(() -> {
          var id = "712020:" + member.name().toLowerCase(Locale.ROOT).replace(' ', '-');
          return new Person(id, member.name(), Role.valueOf(member.role()), false);
        });
    site.store().put(person);
    people.put(member.id(), person);
  }

  private String tell(Story story) {
    clock.standAt(daysAgo(story.days()));
    var draft = new Hand.Draft(type(story), story.summary(), "", story.ordinaryLabels());
    String key = hand(reporter(story)).issue(PROJECT, draft).key();
    var first = new HashMap<String, JsonNode>();
    first.put("description", StoryText.document(story.text()));
    if (story.who() != null) {
      first.put("assignee", TextNode.valueOf(person(story.who()).accountId()));
    }
    if (story.priority() != null) {
      var priority = Priority.find(story.priority()).orElseThrow();
      first.put("priority", TextNode.valueOf(priority.id()));
    }
    if (story.points() != null) {
      first.put("customfield_10016", IntNode.valueOf(story.points()));
    }
    sprints.of(story).ifPresent(it -> first.put("customfield_10021", it));
    clock.standAt(daysAgo(story.days()).plus(Duration.ofMinutes(9)));
    hand("amara").edit(key, first);
    rate(story, key);
    decide(story, key);
    discuss(story, key);
    return key;
  }

  private void rate(Story story, String key) {
    var impact = new Impact(story, at(story), person("jonas").accountId());
    if (impact.isKnown()) {
      hand("amara").property(key, "tandem.impact", impact.property());
      hand("amara").property(key, "tandem.summary", impact.summary());
    }
  }

  private Instant at(Story story) {
    return daysAgo(story.touched());
  }

  private void decide(Story story, String key) {
    if (story.decision() == null) {
      return;
    }
    var decision = team.decision(story.decision());
    var minutes = new Minutes(team, decision, LocalDate.ofInstant(now, ZoneOffset.UTC));
    if (story.twin() && minutes.isOfLinear()) {
      return;
    }
    clock.standAt(daysAgo(decision.daysAgo()));
    hand(decision.by()).property(key, minutes.propertyKey(), Json.tree(minutes.property()));
    hand(decision.by()).property(key, "tandem.decisions", Json.tree(minutes.digest()));
  }

  private void discuss(Story story, String key) {
    var at = daysAgo(story.touched());
    clock.standAt(at);
    var labels = new ArrayList<>(story.ordinaryLabels());
    story.budgetInJira().ifPresent(budget -> labels.add("budget:" + budget));
    hand("jonas").labels(key, labels.toArray(String[]::new));
    for (var words : story.talk()) {
      at = at.plus(Duration.ofMinutes(17));
      clock.standAt(at);
      hand(words.get(0)).comment(key, words.get(1));
    }
    if (!story.status().equals("To Do")) {
      hand(reporter(story)).transition(key, story.status());
    }
  }

  private static IssueType type(Story story) {
    return IssueType.find(story.type()).orElseThrow();
  }

  private static String reporter(Story story) {
    return switch (story.type()) {
      case "Bug" -> "sofia";
      case "Task" -> "jonas";
      default -> "amara";
    };
  }

  /** Some hour of a working day, another one for each number of days. */
  private Instant daysAgo(int days) {
    return now.minus(Duration.ofDays(days)).minus(Duration.ofMinutes(40L + days * 37L % 300));
  }

  private Person person(String id) {
    var person = people.get(id);
    if (person == null) {
      throw new IllegalArgumentException("nobody is called " + id);
    }
    return person;
  }

  private Hand hand(String id) {
    return site.hand(person(id));
  }
}
