package tandem.app.panel.impact;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The property {@code tandem.impact}.
 *
 * @param problem which user problem it solves
 * @param simplest whether this is the simplest way to test it
 * @param why why it matters, from the technical cause to what the business feels
 */
public record Impact(
    int v,
    String problem,
    Metric metric,
    String simplest,
    Why why,
    Rating rating,
    @Nullable Slo slo,
    @Nullable Feasibility feasibility,
    Roles roles) {

  /** Which number is to change, from what, to what, until when. */
  public record Metric(String name, String baseline, String target, @Nullable LocalDate due) {}

  public record Why(String cause, String user, String business) {}

  /** Each 1 to 5. */
  public record Rating(@Nullable Integer impact, @Nullable Integer effort) {}

  /**
   * The service level objective at risk.
   *
   * @param objective per cent
   * @param current per cent
   * @param left per cent of the error budget; below zero where it is overspent
   */
  public record Slo(
      String name, @Nullable Double objective, @Nullable Double current, @Nullable Double left) {}

  /**
   * What engineering says to it.
   *
   * @param answer {@code fine}, {@code unsure} or {@code no}
   */
  public record Feasibility(String answer, String because, String by, @Nullable Instant at) {}

  /** Account ids. */
  public record Roles(
      List<String> responsible,
      @Nullable String accountable,
      List<String> consulted,
      List<String> informed) {
    public Roles {
      responsible = List.copyOf(responsible);
      consulted = List.copyOf(consulted);
      informed = List.copyOf(informed);
    }
  }
}
