package tandem.app.panel;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tandem.app.connection.Mapping;
import tandem.app.connection.Mappings;
import tandem.app.lifecycle.Caller;
import tandem.app.panel.decision.DecisionAnswer;
import tandem.app.panel.decision.StoredDecision;
import tandem.app.panel.document.DocumentKind;
import tandem.app.panel.document.Parsed;
import tandem.app.panel.document.PropertyText;
import tandem.app.panel.settings.ProjectSettings;
import tandem.app.panel.site.LabelledBudget;
import tandem.app.panel.site.PanelIssue;
import tandem.app.panel.site.Permissions;
import tandem.app.panel.site.ProjectStore;
import tandem.sync.engine.LinkView;
import tandem.sync.engine.Links;
import tandem.sync.model.Side;

/** Puts together what a panel shows of an issue that was read. */
@Component
class PanelReading {
  private final Permissions permissions;
  private final ProjectStore projects;
  private final Pairs pairs;

  PanelReading(Permissions permissions, ProjectStore projects, Pairs pairs) {
    this.permissions = permissions;
    this.projects = projects;
    this.pairs = pairs;
  }

  <D extends Record> PanelAnswer of(Caller caller, PanelIssue issue, DocumentKind<D> kind) {
    Optional<JsonNode> stored = issue.property(kind.property());
    Optional<Parsed<D>> parsed = stored.map(kind::parse);
    ProjectSettings settings = projects.settings(caller.installation(), issue.project().id());
    return new PanelAnswer(
        shown(issue),
        caller.accountId().orElse(null),
        permissions.mayEdit(caller, issue.name().id().value()),
        parsed.flatMap(PanelReading::document).orElse(null),
        parsed.flatMap(PanelReading::why).orElse(null),
        new PanelAnswer.Project(settings.definitionOfDone(), settings.templates(), settings.slos()),
        pairs.twin(caller, issue).orElse(null));
  }

  TradeoffAnswer withDecisions(Caller caller, PanelIssue issue, PanelAnswer panel) {
    Optional<Mapping> mapping = pairs.mapping(caller, issue);
    return new TradeoffAnswer(
        panel,
        mapping
            .flatMap(it -> LabelledBudget.of(it, issue.labels()))
            .map(IssueBudget.Drawn::of)
            .orElse(null),
        mapping.map(IssueBudget.Mapped::of).orElse(null),
        DecisionAnswer.of(StoredDecision.among(issue.properties())));
  }

  private static PanelAnswer.Issue shown(PanelIssue issue) {
    PanelIssue.Name name = issue.name();
    return new PanelAnswer.Issue(
        name.id().value(),
        name.key(),
        name.summary(),
        issue.type(),
        issue.project().key(),
        issue.started());
  }

  private static <D extends Record> Optional<JsonNode> document(Parsed<D> parsed) {
    return switch (parsed) {
      case Parsed.Read<D>(D document) -> Optional.of(PropertyText.tree(document));
      case Parsed.Refused<D> refused -> Optional.empty();
    };
  }

  private static <D extends Record> Optional<String> why(Parsed<D> parsed) {
    return switch (parsed) {
      case Parsed.Read<D> read -> Optional.empty();
      case Parsed.Refused<D>(String why) ->
          Optional.of(
              "What is stored here cannot be read: "
                  + why
                  + ". It stays as it is; nothing can be saved over it.");
    };
  }

  /** The issue and its twin in Linear. */
  @Component
  static class Pairs {
    private final Links links;
    private final Mappings mappings;
    private final TwinReading twins;

    Pairs(Links links, Mappings mappings, TwinReading twins) {
      this.links = links;
      this.mappings = mappings;
      this.twins = twins;
    }

    Optional<IssueBudget.Twin> twin(Caller caller, PanelIssue issue) {
      return link(caller, issue)
          .flatMap(
              link -> mappings.find(link.mapping()).flatMap(mapping -> twins.read(link, mapping)));
    }

    Optional<Mapping> mapping(Caller caller, PanelIssue issue) {
      return mappings.ofProject(caller.installation().id(), issue.project().id());
    }

    private Optional<LinkView> link(Caller caller, PanelIssue issue) {
      return links.ofIssue(caller.installation().id(), Side.LEFT, issue.name().id());
    }
  }
}
