package tandem.app.panel.settings;

import java.util.List;
import java.util.Objects;
import tandem.app.panel.acceptance.AcceptanceKind;
import tandem.app.panel.document.DocumentKind;
import tandem.app.panel.document.Edit;
import tandem.app.panel.document.Members;
import tandem.app.panel.settings.ProjectSettings.Draft;
import tandem.app.panel.settings.ProjectSettings.Objective;
import tandem.app.panel.settings.ProjectSettings.Template;

/** How {@link ProjectSettings} are read. */
public final class SettingsKind implements DocumentKind<ProjectSettings> {
  private static final int MOST = 50;
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_LINE = 500;
  private static final int ALL = 100;
  private static final List<String> PERIODS = List.of("week", "sprint");
  private static final List<String> MEASURES = List.of("count", "estimate");

  @Override
  public String property() {
    return "tandem.project";
  }

  @Override
  public ProjectSettings empty() {
    return new ProjectSettings(
        VERSION, List.of(), List.of(), List.of(), PERIODS.getFirst(), MEASURES.getFirst());
  }

  @Override
  public ProjectSettings read(Members members) {
    return new ProjectSettings(
        VERSION,
        members.texts("definitionOfDone", MOST, LONGEST_LINE),
        members.list("templates", MOST).stream().map(SettingsKind::template).toList(),
        members.list("slos", MOST).stream().map(SettingsKind::objective).toList(),
        Objects.requireNonNullElse(members.choice("period", PERIODS), PERIODS.getFirst()),
        Objects.requireNonNullElse(members.choice("measure", MEASURES), MEASURES.getFirst()));
  }

  private static Template template(Members template) {
    return new Template(
        template.text("issueType", LONGEST_NAME),
        template.words("name", LONGEST_NAME),
        template.list("criteria", MOST).stream().map(SettingsKind::draft).toList());
  }

  private static Draft draft(Members draft) {
    return new Draft(
        draft.words("text", AcceptanceKind.LONGEST_CRITERION),
        draft.choice("type", AcceptanceKind.TYPES));
  }

  private static Objective objective(Members slo) {
    return new Objective(slo.words("name", LONGEST_NAME), slo.number("objective", 0, ALL));
  }

  @Override
  public ProjectSettings stamped(ProjectSettings stored, ProjectSettings wanted, Edit edit) {
    return wanted;
  }
}
