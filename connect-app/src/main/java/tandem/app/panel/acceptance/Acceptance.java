package tandem.app.panel.acceptance;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The property {@code tandem.acceptance}.
 *
 * @param removed what was taken away after work began, the newest first
 * @param criteriaChangedAt the last change of any criterion's text or type, and of which there are
 */
public record Acceptance(
    int v,
    Story story,
    List<Criterion> criteria,
    List<Removed> removed,
    @Nullable Instant criteriaChangedAt,
    Agreed agreed) {

  public Acceptance {
    criteria = List.copyOf(criteria);
    removed = List.copyOf(removed);
  }

  public record Story(String asA, String iWant, String soThat) {}

  /**
   * One thing that must be true.
   *
   * @param type {@code technical}, {@code ux} or {@code business}
   * @param changed that it was changed or added after work began
   */
  public record Criterion(
      String id, String text, @Nullable String type, boolean met, @Nullable Changed changed) {}

  /**
   * When and by whom a criterion was changed after work began.
   *
   * @param was the text when work began; null where the criterion was not there then
   */
  public record Changed(@Nullable Instant at, String by, @Nullable String was) {}

  public record Removed(String text, @Nullable Instant at, String by) {}

  /** Who agreed for each of the three; null where nobody did. */
  public record Agreed(
      @Nullable Agreement product, @Nullable Agreement engineering, @Nullable Agreement design) {

    private boolean isOf(@Nullable Instant changedAt) {
      return Stream.of(
              Optional.ofNullable(product),
              Optional.ofNullable(engineering),
              Optional.ofNullable(design))
          .allMatch(it -> it.filter(agreement -> agreement.isOf(changedAt)).isPresent());
    }
  }

  /** Somebody's yes. */
  public record Agreement(String by, @Nullable Instant at) {
    /** The panel marks those that are not as outdated. */
    private boolean isOf(@Nullable Instant changedAt) {
      return changedAt == null || (at != null && !at.isBefore(changedAt));
    }
  }

  /** Whether product, engineering and design have agreed to the criteria as they are now. */
  public boolean allAgree() {
    return agreed.isOf(criteriaChangedAt);
  }

  /** When criteria were last changed, added or removed after work began; empty for never. */
  public Optional<Instant> lastDrift() {
    return Stream.concat(
            criteria.stream().map(Criterion::changed).filter(Objects::nonNull).map(Changed::at),
            removed.stream().map(Removed::at))
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder());
  }

  Optional<Criterion> criterion(String id) {
    return criteria.stream().filter(criterion -> criterion.id().equals(id)).findFirst();
  }
}
