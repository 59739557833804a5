package tandem.app.budget;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tandem.app.budget.Entry.Origin;
import tandem.app.connection.Mapping;
import tandem.app.connection.Mappings;
import tandem.app.project.Listing;
import tandem.app.project.ProjectIssue;
import tandem.app.project.Sprint;
import tandem.app.project.Visit;
import tandem.sync.linear.LinearEffort.Drawn;
import tandem.sync.model.IssueId;
import tandem.sync.model.Side;
import tandem.sync.store.LinkedIssues;

/** Turns the issues of both trackers into entries, each piece of work once. */
@Component
class Bookkeeping {
  private final Mappings mappings;
  private final LinkedIssues linked;
  private final TeamIssues team;

  Bookkeeping(Mappings mappings, LinkedIssues linked, TeamIssues team) {
    this.mappings = mappings;
    this.linked = linked;
    this.team = team;
  }

  /**
   * All work of a project that a person may know of.
   *
   * @param why why there may be more; sentences
   */
  record Books(List<Target> targets, List<Entry> entries, List<String> why) {
    Books {
      targets = List.copyOf(targets);
      entries = List.copyOf(entries);
      why = List.copyOf(why);
    }

    List<Work> work() {
      return entries.stream().map(Entry::work).toList();
    }
  }

  Books of(Visit visit, Listing listing, Measure measure) {
    Optional<Mapping> mapping = mappings.ofProject(visit.tenant(), visit.project().id());
    List<Target> targets = mapping.map(Bookkeeping::targets).orElse(Target.USUAL);
    Set<IssueId> twins = mapping.map(it -> linked.of(it.id(), Side.LEFT)).orElse(Set.of());
    List<Entry> entries = new ArrayList<>();
    listing.issues().forEach(it -> entries.add(entry(it, targets, twins, measure)));
    List<String> why = new ArrayList<>(listing.why().stream().toList());
    mapping.ifPresent(it -> addLinear(it, measure, entries, why));
    return new Books(targets, entries, why);
  }

  private static List<Target> targets(Mapping mapping) {
    return mapping.budgets().stream()
        .map(it -> new Target(it.budget().name(), it.jiraLabel(), it.share()))
        .toList();
  }

  private static Entry entry(
      ProjectIssue issue, List<Target> targets, Set<IssueId> twins, Measure measure) {
    boolean both = twins.contains(new IssueId(issue.name().id()));
    Work work =
        new Work(
            budget(issue, targets),
            amount(measure, issue.estimate().orElse(0)),
            issue.created(),
            issue.open() ? Optional.empty() : issue.closed(),
            issue.sprints().stream().map(Sprint::id).collect(Collectors.toSet()));
    return new Entry(work, both ? Origin.BOTH : Origin.JIRA_ONLY, issue.estimate().isPresent());
  }

  /** While a person is switching, two labels are there: the first by name counts, as in a panel. */
  private static Optional<String> budget(ProjectIssue issue, List<Target> targets) {
    return targets.stream()
        .filter(it -> issue.labels().contains(it.label()))
        .map(Target::name)
        .sorted()
        .findFirst();
  }

  private static double amount(Measure measure, double estimate) {
    return switch (measure) {
      case COUNT -> 1;
      case ESTIMATE -> estimate;
    };
  }

  private void addLinear(Mapping mapping, Measure measure, List<Entry> entries, List<String> why) {
    TeamIssues.Seen seen = team.of(mapping);
    Set<IssueId> twins = linked.of(mapping.id(), Side.RIGHT);
    seen.issues().stream()
        .filter(it -> !twins.contains(it.issue()))
        .forEach(it -> entries.add(entry(it, measure)));
    seen.why().ifPresent(why::add);
  }

  private static Entry entry(Drawn issue, Measure measure) {
    Work work =
        new Work(
            Optional.of(issue.budget().name()),
            amount(measure, issue.estimate().orElse(0.0)),
            issue.created(),
            issue.completed(),
            Set.of());
    return new Entry(work, Origin.LINEAR_ONLY, issue.estimate().isPresent());
  }
}
