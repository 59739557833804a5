package tandem.app.webhook;

import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import tandem.app.connection.IssueNews;
import tandem.app.connection.Mapping;
import tandem.app.connection.Mappings;
import tandem.app.connection.PropertyNews;
import tandem.app.lifecycle.Installation;
import tandem.sync.engine.Intake;
import tandem.sync.engine.Sighted;
import tandem.sync.jira.JiraEvent;
import tandem.sync.jira.JiraEvent.IssueSeen;
import tandem.sync.model.Side;

/** Keeps what Jira says about issues of mapped projects; the rest costs one indexed look. */
@Component
class JiraNews {
  private final Mappings mappings;
  private final Kept kept;
  private final ApplicationEventPublisher listeners;

  JiraNews(Mappings mappings, Kept kept, ApplicationEventPublisher listeners) {
    this.mappings = mappings;
    this.kept = kept;
    this.listeners = listeners;
  }

  void seen(Installation installation, IssueSeen seen) {
    Optional<Mapping> mapping = mappings.ofProject(installation.id(), seen.projectId());
    kept.wakeFor(installation.id(), intake -> keep(intake, installation, mapping, seen));
    listeners.publishEvent(new IssueNews(installation.id(), seen.issue()));
  }

  /**
   * A decision says nothing of budgets, so that nobody who keeps a reading of those is told. Our
   * own write is told of, too: what was heard before it may be an edit that it replaced unseen.
   */
  void decision(Installation installation, JiraEvent.DecisionSeen decision, boolean ours) {
    kept.wakeFor(
        installation.id(),
        intake ->
            decision
                .id()
                .map(id -> new Sighted(id, decision.held(id), decision.at(), ours))
                .map(it -> intake.decisionSeen(installation.id(), Side.LEFT, decision.issue(), it))
                .orElseGet(() -> misnamed(intake, installation, decision, ours)));
  }

  /** A property of ours with a name that we never give is looked at. */
  private static int misnamed(
      Intake intake, Installation installation, JiraEvent.DecisionSeen decision, boolean ours) {
    return ours ? 0 : intake.touched(installation.id(), Side.LEFT, decision.issue());
  }

  void gone(Installation installation, JiraEvent.DecisionGone gone) {
    kept.wakeFor(
        installation.id(),
        intake -> intake.decisionGone(installation.id(), Side.LEFT, gone.issue(), gone.key()));
  }

  /** For the panels: a decision was written, by whomever, the engine too. */
  void property(Installation installation, JiraEvent.DecisionSeen seen, String trace) {
    Optional<String> value = Optional.of(seen.seen().text());
    tell(new PropertyNews(installation.id(), seen.issue(), seen.seen().ref(), value, trace));
  }

  void property(Installation installation, JiraEvent.DecisionGone gone, String trace) {
    tell(new PropertyNews(installation.id(), gone.issue(), gone.key(), Optional.empty(), trace));
  }

  void property(Installation installation, JiraEvent.PropertyTouched touched, String trace) {
    tell(
        new PropertyNews(
            installation.id(), touched.issue(), touched.key(), Optional.empty(), trace));
  }

  private void tell(PropertyNews news) {
    listeners.publishEvent(news);
  }

  /** A linked issue that is in a project without a mapping now has moved there. */
  private static int keep(
      Intake intake, Installation installation, Optional<Mapping> mapping, IssueSeen seen) {
    return mapping
        .map(it ->
            intake.observed(
                installation.id(), it.id(), Side.LEFT, it.left(installation.site()).observed(seen)))
        .orElseGet(() -> intake.touched(installation.id(), Side.LEFT, seen.issue()));
  }

  void touched(Installation installation, JiraEvent.IssueTouched touched) {
    kept.wakeFor(
        installation.id(), intake -> intake.touched(installation.id(), Side.LEFT, touched.issue()));
    listeners.publishEvent(new IssueNews(installation.id(), touched.issue()));
  }
}
