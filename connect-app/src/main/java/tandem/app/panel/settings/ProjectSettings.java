package tandem.app.panel.settings;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The project's property {@code tandem.project}.
 *
 * @param period in what the budget is counted: {@code week} or {@code sprint}
 * @param measure by what: {@code count} or {@code estimate}
 */
public record ProjectSettings(
    int v,
    List<String> definitionOfDone,
    List<Template> templates,
    List<Objective> slos,
    String period,
    String measure) {

  public ProjectSettings {
    definitionOfDone = List.copyOf(definitionOfDone);
    templates = List.copyOf(templates);
    slos = List.copyOf(slos);
  }

  /**
   * Criteria to begin with.
   *
   * @param issueType the name of an issue type; "" for all
   */
  public record Template(String issueType, String name, List<Draft> criteria) {
    public Template {
      criteria = List.copyOf(criteria);
    }
  }

  /** A criterion of a template. */
  public record Draft(String text, @Nullable String type) {}

  /**
   * A service level.
   *
   * @param objective per cent
   */
  public record Objective(String name, @Nullable Double objective) {}
}
