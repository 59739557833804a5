package tandem.app.panel;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;
import tandem.app.connection.IssueLocks;
import tandem.app.connection.IssueNews;
import tandem.app.connection.Mapping;
import tandem.app.connection.Mapping.MappedBudget;
import tandem.app.connection.Mappings;
import tandem.app.lifecycle.Caller;
import tandem.app.lifecycle.Installation;
import tandem.app.lifecycle.Refusal;
import tandem.app.panel.site.Derivation;
import tandem.app.panel.site.Issues;
import tandem.app.panel.site.PanelIssue;
import tandem.sync.engine.Intake;
import tandem.sync.model.IssueId;
import tandem.sync.model.Side;

/**
 * Puts an issue on a budget: one edit of its labels in Jira, which the engine is told of. Works
 * while the mapping is paused, too: then Linear follows after the resume.
 */
@Component
class BudgetSwitch {
  private final Mappings mappings;
  private final Issues issues;
  private final IssueLocks locks;
  private final Derivation derivation;
  private final Listeners listeners;

  BudgetSwitch(
      Mappings mappings,
      Issues issues,
      IssueLocks locks,
      Derivation derivation,
      Listeners listeners) {
    this.mappings = mappings;
    this.issues = issues;
    this.locks = locks;
    this.derivation = derivation;
    this.listeners = listeners;
  }

  /**
   * Labels that are none of a budget stay.
   *
   * @param budget its name; "" for none
   */
  void to(Caller caller, IssueId id, String budget) {
    Installation installation = caller.installation();
    locks
        .within(installation.id(), id, () -> relabel(installation, id, budget))
        .ifPresent(change -> listeners.tell(installation, change));
  }

  /** The issue on another budget than before. */
  record Switched(Mapping mapping, PanelIssue issue) {}

  /** Empty where it is on that budget already. */
  private Optional<Switched> relabel(Installation installation, IssueId id, String budget) {
    PanelIssue issue = issues.fresh(installation, id);
    Mapping mapping =
        mappings
            .ofProject(installation.id(), issue.project().id())
            .orElseThrow(BudgetSwitch::unmapped);
    Set<String> label = label(mapping, budget);
    Set<String> others = others(mapping, issue, label);
    if (issue.labels().containsAll(label) && others.isEmpty()) {
      return Optional.empty();
    }
    PanelIssue after = issues.relabel(installation, id, label, others);
    return Optional.of(new Switched(mapping, derivation.bring(installation, after)));
  }

  private static Set<String> label(Mapping mapping, String budget) {
    List<MappedBudget> named =
        mapping.budgets().stream().filter(mapped -> mapped.budget().name().equals(budget)).toList();
    if (named.isEmpty() && !budget.isEmpty()) {
      throw Refusal.of(
          HttpStatus.BAD_REQUEST,
          "A value breaks a rule",
          "The project's mapping has no budget of that name. Reload the page.");
    }
    return named.isEmpty() ? Set.of() : Set.of(named.getFirst().jiraLabel());
  }

  private static Set<String> others(Mapping mapping, PanelIssue issue, Set<String> label) {
    Set<String> others = new TreeSet<>(issue.labels());
    others.retainAll(mapping.budgets().stream().map(MappedBudget::jiraLabel).toList());
    others.removeAll(label);
    return others;
  }

  private static ErrorResponseException unmapped() {
    return Refusal.of(
        HttpStatus.CONFLICT,
        "No budgets here",
        "The project is not mapped to a Linear team, so it has no budgets. A Jira admin maps it.");
  }

  /** Who has to know of it before Jira's webhook comes. */
  @Component
  static class Listeners {
    private final Intake intake;
    private final ApplicationEventPublisher events;

    Listeners(Intake intake, ApplicationEventPublisher events) {
      this.intake = intake;
      this.events = events;
    }

    void tell(Installation installation, Switched change) {
      Mapping mapping = change.mapping();
      PanelIssue issue = change.issue();
      int unused =
          intake.observed(
              installation.id(),
              mapping.id(),
              Side.LEFT,
              mapping.left(installation.site()).observed(issue.seen()));
      events.publishEvent(new IssueNews(installation.id(), issue.name().id()));
    }
  }
}
