package tandem.app.panel;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tandem.app.panel.settings.ProjectSettings.Objective;
import tandem.app.panel.settings.ProjectSettings.Template;

/**
 * What an issue's panel shows, as docs/api.md gives it. Absent parts are written as {@code null}.
 *
 * @param me the account id of who looks
 * @param document null where nothing is stored, or nothing that can be read
 * @param unreadable why what is stored cannot be read
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record PanelAnswer(
    Issue issue,
    @Nullable String me,
    boolean mayEdit,
    @Nullable JsonNode document,
    @Nullable String unreadable,
    Project project,
    IssueBudget.@Nullable Twin twin) {

  /**
   * @param started whether work has begun
   */
  record Issue(
      String id, String key, String summary, String type, String projectKey, boolean started) {}

  /** What the project decides for all of its issues. */
  record Project(List<String> definitionOfDone, List<Template> templates, List<Objective> slos) {}
}
