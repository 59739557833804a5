package tandem.app.panel.site;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import tandem.app.connection.Mapping;
import tandem.app.connection.Mapping.MappedBudget;

/** Which budget an issue draws on, by its labels. */
public final class LabelledBudget {
  private LabelledBudget() {}

  /** While a person is switching, two labels are there: the first budget by name counts. */
  public static Optional<MappedBudget> of(Mapping mapping, Collection<String> labels) {
    return mapping.budgets().stream()
        .filter(mapped -> labels.contains(mapped.jiraLabel()))
        .min(Comparator.comparing(MappedBudget::budget));
  }
}
