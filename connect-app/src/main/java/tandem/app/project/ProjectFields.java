package tandem.app.project;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The ids of a site's fields that have no fixed id: they are found by what they are.
 *
 * @param estimates the first that an issue has a value in counts; empty where the site has none
 * @param sprints empty where the site has no boards with sprints
 * @see <a
 *     href="https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-fields/">
 *     Issue fields</a>
 */
public record ProjectFields(List<String> estimates, List<String> sprints) {
  private static final String SPRINT = "com.pyxis.greenhopper.jira:gh-sprint";
  private static final String STORY_POINT_ESTIMATE = "com.pyxis.greenhopper.jira:jsw-story-points";
  private static final String NUMBER = "com.atlassian.jira.plugin.system.customfieldtypes:float";
  private static final Set<String> NAMES = Set.of("story points", "story point estimate");
  private static final int MOST = 5;

  public ProjectFields {
    estimates = List.copyOf(estimates);
    sprints = List.copyOf(sprints);
  }

  /** Of the answer to {@code GET /field}. */
  static ProjectFields read(JsonNode fields) {
    List<String> exact = new ArrayList<>();
    List<String> byName = new ArrayList<>();
    List<String> sprints = new ArrayList<>();
    for (JsonNode field : fields) {
      String id = field.path("id").asText();
      switch (field.at("/schema/custom").asText()) {
        case SPRINT -> sprints.add(id);
        case STORY_POINT_ESTIMATE -> exact.add(id);
        case NUMBER -> {
          if (NAMES.contains(field.path("name").asText().toLowerCase(Locale.ROOT))) {
            byName.add(id);
          }
        }
        default -> {
          // Any other field is of no interest.
        }
      }
    }
    exact.addAll(byName);
    return new ProjectFields(first(exact), first(sprints));
  }

  /** A site may have any number of fields of one kind. */
  private static List<String> first(List<String> ids) {
    return ids.subList(0, Math.min(MOST, ids.size()));
  }
}
