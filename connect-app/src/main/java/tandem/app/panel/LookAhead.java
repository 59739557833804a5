package tandem.app.panel;

import java.util.concurrent.ExecutorService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tandem.app.lifecycle.Caller;
import tandem.app.panel.site.Permissions;
import tandem.app.panel.site.ProjectStore;
import tandem.sync.model.IssueId;

/**
 * Asks Jira, while the issue is read, what else a panel needs, so that a first look takes as long
 * as one call. The answers are where whoever needs them finds them; a failure is theirs to find,
 * too.
 */
@Component
class LookAhead {
  private static final Logger LOG = LoggerFactory.getLogger(LookAhead.class);

  private final Permissions permissions;
  private final ProjectStore projects;
  private final ExecutorService background;

  LookAhead(Permissions permissions, ProjectStore projects, ExecutorService background) {
    this.permissions = permissions;
    this.projects = projects;
    this.background = background;
  }

  void begin(Caller caller, IssueId issue) {
    background.execute(() -> quietly(() -> permissions.mayEdit(caller, issue.value())));
    caller
        .project()
        .ifPresent(project ->
            background.execute(
                () -> quietly(() -> projects.settings(caller.installation(), project.id()))));
  }

  private static void quietly(Runnable question) {
    try {
      question.run();
    } catch (RuntimeException asked) {
      LOG.debug("A look ahead found no answer; it is asked again by who needs it", asked);
    }
  }
}
