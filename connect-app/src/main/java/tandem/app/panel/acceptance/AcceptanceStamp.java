package tandem.app.panel.acceptance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tandem.app.panel.acceptance.Acceptance.Agreed;
import tandem.app.panel.acceptance.Acceptance.Agreement;
import tandem.app.panel.acceptance.Acceptance.Changed;
import tandem.app.panel.acceptance.Acceptance.Criterion;
import tandem.app.panel.acceptance.Acceptance.Removed;
import tandem.app.panel.document.Edit;

/**
 * Says what changed since work began, by whom and when, whatever the sender claims. Who takes a
 * change back takes its mark away too: a text that is again what it was when work began, or a
 * removed criterion that is there again, is no change.
 */
final class AcceptanceStamp {
  private final Acceptance stored;
  private final Edit edit;

  AcceptanceStamp(Acceptance stored, Edit edit) {
    this.stored = stored;
    this.edit = edit;
  }

  Acceptance on(Acceptance wanted) {
    List<Removed> removed = new ArrayList<>(stored.removed());
    List<Criterion> criteria =
        wanted.criteria().stream().map(criterion -> marked(criterion, removed)).toList();
    List<Removed> gone = gone(wanted);
    gone.addAll(removed);
    return new Acceptance(
        wanted.v(),
        wanted.story(),
        criteria,
        gone.stream().limit(AcceptanceKind.MOST_REMOVED).toList(),
        changedAt(wanted),
        agreed(wanted.agreed()));
  }

  private Criterion marked(Criterion wanted, List<Removed> removed) {
    Optional<Criterion> before = stored.criterion(wanted.id());
    Changed mark = before.isPresent() ? edited(before.get(), wanted) : added(wanted, removed);
    return new Criterion(wanted.id(), wanted.text(), wanted.type(), wanted.met(), mark);
  }

  private @Nullable Changed added(Criterion wanted, List<Removed> removed) {
    return isBack(wanted, removed) || !edit.started() ? null : changed(null);
  }

  private static boolean isBack(Criterion wanted, List<Removed> removed) {
    Optional<Removed> same =
        removed.stream().filter(gone -> gone.text().equals(wanted.text())).findFirst();
    return same.filter(removed::remove).isPresent();
  }

  private @Nullable Changed edited(Criterion before, Criterion wanted) {
    Changed mark = before.changed();
    if (isSame(before, wanted) || !edit.started()) {
      return mark;
    }
    if (mark == null) {
      return changed(before.text());
    }
    String was = mark.was();
    boolean back = was != null && was.equals(wanted.text()) && !was.equals(before.text());
    return back ? null : changed(was);
  }

  private Changed changed(@Nullable String was) {
    return new Changed(edit.at(), edit.by(), was);
  }

  /** What was added after work began and is gone again leaves no trace. */
  private List<Removed> gone(Acceptance wanted) {
    List<Removed> gone = new ArrayList<>();
    if (edit.started()) {
      stored.criteria().stream()
          .filter(before -> wanted.criterion(before.id()).isEmpty())
          .filter(Predicate.not(AcceptanceStamp::isAdded))
          .forEach(before -> gone.add(new Removed(before.text(), edit.at(), edit.by())));
    }
    return gone;
  }

  private static boolean isAdded(Criterion criterion) {
    Changed mark = criterion.changed();
    return mark != null && mark.was() == null;
  }

  /** Neither the order nor what is met counts. */
  private @Nullable Instant changedAt(Acceptance wanted) {
    boolean same =
        stored.criteria().size() == wanted.criteria().size()
            && wanted.criteria().stream()
                .allMatch(it ->
                    stored.criterion(it.id()).filter(before -> isSame(before, it)).isPresent());
    return same ? stored.criteriaChangedAt() : edit.at();
  }

  private static boolean isSame(Criterion one, Criterion other) {
    return one.text().equals(other.text()) && Objects.equals(one.type(), other.type());
  }

  private Agreed agreed(Agreed wanted) {
    return new Agreed(
        agreement(stored.agreed().product(), wanted.product()),
        agreement(stored.agreed().engineering(), wanted.engineering()),
        agreement(stored.agreed().design(), wanted.design()));
  }

  /** Sent without a name it is an agreement of now, also where there was one before. */
  private @Nullable Agreement agreement(@Nullable Agreement before, @Nullable Agreement wanted) {
    if (wanted == null) {
      return null;
    }
    return before == null || wanted.by().isEmpty() ? new Agreement(edit.by(), edit.at()) : before;
  }
}
