package tandem.app.admin;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tandem.app.connection.Mapping;

/** A mapping as the API shows it. {@code paused} says why it is not worked on; null when it is. */
record MappingAnswer(
    Project project,
    Team team,
    List<BudgetAnswer> budgets,
    String policy,
    String decisionPolicy,
    String create,
    @Nullable String paused) {

  record Project(String id, String key) {}

  record Team(String id, String key, String name) {}

  record BudgetAnswer(String name, int share, String label, String linearLabelId) {}

  static MappingAnswer of(Mapping mapping, @Nullable String paused) {
    return new MappingAnswer(
        new Project(mapping.project().id(), mapping.project().key()),
        new Team(mapping.team().id(), mapping.team().key(), mapping.team().name()),
        mapping.budgets().stream()
            .map(it ->
                new BudgetAnswer(
                    it.budget().name(), it.share(), it.jiraLabel(), it.linearLabelId()))
            .toList(),
        PolicyNames.nameOf(mapping.policies().budget()),
        PolicyNames.nameOf(mapping.policies().decisions()),
        mapping.creates().map(Tags::nameOf).orElse("none"),
        paused);
  }
}
