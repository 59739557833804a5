package tandem.app.panel;

import java.util.Optional;
import java.util.SortedSet;
import org.springframework.stereotype.Component;
import tandem.app.connection.Mapping;
import tandem.app.connection.Mappings;
import tandem.app.lifecycle.Caller;
import tandem.app.panel.IssueBudget.Drawn;
import tandem.sync.engine.LinkView;
import tandem.sync.engine.Links;
import tandem.sync.model.Budget;
import tandem.sync.model.InstallationId;
import tandem.sync.model.IssueId;
import tandem.sync.model.Side;
import tandem.sync.model.Snapshot;

/**
 * Puts together what is known about an issue's budget; asks Jira only for an issue without a twin.
 */
@Component
class BudgetReading {
  private final Mappings mappings;
  private final Links links;
  private final LooseIssues loose;
  private final TwinReading twins;

  BudgetReading(Mappings mappings, Links links, LooseIssues loose, TwinReading twins) {
    this.mappings = mappings;
    this.links = links;
    this.loose = loose;
    this.twins = twins;
  }

  IssueBudget of(Caller caller, Caller.Named named) {
    IssueId issue = new IssueId(named.id());
    Optional<LinkView> link = links.ofIssue(caller.installation().id(), Side.LEFT, issue);
    Optional<Mapping> mapping = mapping(caller, named.key(), link);
    Optional<Snapshot> own =
        link.flatMap(LinkView::own)
            .or(() -> mapping.flatMap(it -> loose.read(caller.installation(), it, issue)));
    return new IssueBudget(
        new IssueBudget.Issue(named.id(), named.key()),
        own.flatMap(snapshot -> drawn(mapping, snapshot.budgets())).orElse(null),
        mapping.map(IssueBudget.Mapped::of).orElse(null),
        link.flatMap(it -> mapping.flatMap(of -> twins.read(it, of))).orElse(null));
  }

  private Optional<Mapping> mapping(Caller caller, String key, Optional<LinkView> link) {
    InstallationId tenant = caller.installation().id();
    return link.flatMap(view -> mappings.find(view.mapping()))
        .or(() -> caller.project().flatMap(it -> mappings.ofProject(tenant, it.id())))
        .or(() -> mappings.ofProjectKey(tenant, key.replaceFirst("-\\d+$", "")));
  }

  /** While a person is switching, two tags are there: the panel waits with the first of them. */
  private static Optional<Drawn> drawn(Optional<Mapping> mapping, SortedSet<Budget> tags) {
    return tags.stream()
        .findFirst()
        .flatMap(tag -> mapping.flatMap(it -> it.budget(tag)))
        .map(Drawn::of);
  }
}
