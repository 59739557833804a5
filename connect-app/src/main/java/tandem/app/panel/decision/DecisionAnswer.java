package tandem.app.panel.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tandem.sync.model.Decision;
import tandem.sync.model.DecisionId;
import tandem.sync.model.DecisionSpace;
import tandem.sync.model.DecisionStatus;
import tandem.sync.model.Dissent;
import tandem.sync.model.Fact;
import tandem.sync.model.Passage;
import tandem.sync.model.Section;

/**
 * A decision as docs/api.md gives it.
 *
 * @param unreadable why it cannot be read; then nothing but its id and tag is said of it
 * @param statusText the status as written, where it is none of ours
 * @param supersededBy the decision of the same issue that names this one
 * @param more the headings of sections that are kept and not shown
 */
public record DecisionAnswer(
    String id,
    String etag,
    @Nullable String unreadable,
    String title,
    @Nullable String status,
    String statusText,
    @Nullable String space,
    String context,
    String decision,
    String consequences,
    String skipped,
    String options,
    List<Dissent> dissent,
    List<String> decidedBy,
    @Nullable LocalDate decidedOn,
    @Nullable LocalDate reviewOn,
    String supersedes,
    @Nullable String supersededBy,
    List<String> more) {

  public DecisionAnswer {
    dissent = List.copyOf(dissent);
    decidedBy = List.copyOf(decidedBy);
    more = List.copyOf(more);
  }

  /** All decisions of an issue. */
  public static List<DecisionAnswer> of(List<StoredDecision> stored) {
    return stored.stream().map(decision -> of(decision, successor(decision.id(), stored))).toList();
  }

  private static Optional<String> successor(DecisionId id, List<StoredDecision> all) {
    return all.stream()
        .filter(other -> other.supersedes().equals(id.value()))
        .map(other -> other.id().value())
        .findFirst();
  }

  private static DecisionAnswer of(StoredDecision stored, Optional<String> successor) {
    Decision decision = stored.decision().orElse(Decision.blank(stored.id()));
    DecisionDraft shown = DecisionDraft.of(decision);
    DecisionStatus status = shown.head().status();
    DecisionSpace space = shown.head().space();
    return new DecisionAnswer(
        stored.id().value(),
        stored.etag(),
        stored.unreadable().orElse(null),
        shown.head().title(),
        status == null ? null : status.word(),
        status == null ? decision.fact(Fact.STATUS).map(Passage::written).orElse("") : "",
        space == null ? null : space.word(),
        shown.texts().context(),
        shown.texts().decision(),
        shown.texts().consequences(),
        shown.texts().skipped(),
        shown.texts().options(),
        shown.dissent(),
        List.copyOf(shown.decidedBy()),
        shown.dates().decidedOn(),
        shown.dates().reviewOn(),
        shown.head().supersedes(),
        successor.orElse(null),
        more(decision));
  }

  private static List<String> more(Decision decision) {
    return decision.sections().stream()
        .filter(section -> !isShown(section))
        .map(section -> name(section.heading().written()))
        .filter(name -> !name.isEmpty())
        .toList();
  }

  private static boolean isShown(Section section) {
    return section.key().nth() == 0
        && switch (section.key().topic()) {
          case CONTEXT, OPTIONS, DECISION, CONSEQUENCES, SKIPPED, DISSENT -> true;
          case STATUS -> section.body().isEmpty();
          case FRONT_MATTER, INTRODUCTION, CONFIRMATION, OTHER -> false;
        };
  }

  /** The line of a heading without its marks. */
  private static String name(String heading) {
    return heading.strip().lines().findFirst().orElse("").replaceAll("^#+\\s*|\\s*#+$", "");
  }
}
