package tandem.app.webhook;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import tandem.app.connection.IssueNews;
import tandem.app.connection.Mappings;
import tandem.app.lifecycle.Installation;
import tandem.sync.jira.JiraEvent;
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

  void seen(Installation installation, JiraEvent.IssueSeen seen) {
    mappings
        .ofProject(installation.id(), seen.projectId())
        .map(mapping -> mapping.left(installation.site()).observed(seen))
        .ifPresent(observation ->
            kept.wakeFor(intake -> intake.observed(installation.id(), Side.LEFT, observation)));
    listeners.publishEvent(new IssueNews(installation.id(), seen.issue()));
  }

  void touched(Installation installation, JiraEvent.IssueTouched touched) {
    kept.wakeFor(intake -> intake.touched(installation.id(), Side.LEFT, touched.issue()));
    listeners.publishEvent(new IssueNews(installation.id(), touched.issue()));
  }
}
