package tandem.app.panel.tradeoff;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The property {@code tandem.tradeoff}.
 *
 * @param chosen may name an option that is not there any more
 */
public record Tradeoff(
    int v, Skip skip, List<Choice> options, @Nullable Chosen chosen, List<Risk> risks) {

  public Tradeoff {
    options = List.copyOf(options);
    risks = List.copyOf(risks);
  }

  /**
   * What happens if we skip this.
   *
   * @param severity {@code low}, {@code medium}, {@code high} or {@code critical}
   */
  public record Skip(String capability, String when, @Nullable String severity) {}

  /** One of the options. */
  public record Choice(String id, String title, String gain, String cost, String risk) {}

  /**
   * The option that was chosen.
   *
   * @param decision the id of the decision that it became
   */
  public record Chosen(
      String option, String because, @Nullable String decision, String by, @Nullable Instant at) {}

  /**
   * A risk that was raised early.
   *
   * @param kind {@code architecture}, {@code timeline}, {@code requirements} or {@code dependency}
   */
  public record Risk(
      String id, String kind, String text, boolean settled, String by, @Nullable Instant at) {}

  Optional<Risk> risk(String id) {
    return risks.stream().filter(risk -> risk.id().equals(id)).findFirst();
  }
}
