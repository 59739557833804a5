package tandem.app.panel.acceptance;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tandem.app.panel.acceptance.Acceptance.Agreed;
import tandem.app.panel.acceptance.Acceptance.Agreement;
import tandem.app.panel.acceptance.Acceptance.Changed;
import tandem.app.panel.acceptance.Acceptance.Criterion;
import tandem.app.panel.acceptance.Acceptance.Removed;
import tandem.app.panel.acceptance.Acceptance.Story;
import tandem.app.panel.document.DocumentKind;
import tandem.app.panel.document.Edit;
import tandem.app.panel.document.Members;

/** How {@link Acceptance} is read, and what is ours to say in it. */
public final class AcceptanceKind implements DocumentKind<Acceptance> {
  /** What a criterion may be about. */
  public static final List<String> TYPES = List.of("technical", "ux", "business");

  /** How long a criterion may be, in characters. */
  public static final int LONGEST_CRITERION = 1_000;

  static final int MOST_REMOVED = 20;
  private static final int MOST_CRITERIA = 500;
  private static final int LONGEST_STORY_LINE = 500;

  @Override
  public String property() {
    return "tandem.acceptance";
  }

  @Override
  public Acceptance empty() {
    return new Acceptance(
        VERSION, new Story("", "", ""), List.of(), List.of(), null, new Agreed(null, null, null));
  }

  @Override
  public Acceptance read(Members members) {
    List<Criterion> criteria =
        members.list("criteria", MOST_CRITERIA).stream().map(AcceptanceKind::criterion).toList();
    members.differ("criteria", criteria.stream().map(Criterion::id).toList());
    Members agreed = members.object("agreed");
    return new Acceptance(
        VERSION,
        story(members.object("story")),
        criteria,
        members.list("removed", MOST_REMOVED).stream().map(AcceptanceKind::removed).toList(),
        members.time("criteriaChangedAt"),
        new Agreed(
            agreement(agreed, "product"),
            agreement(agreed, "engineering"),
            agreement(agreed, "design")));
  }

  private static Story story(Members story) {
    return new Story(
        story.text("asA", LONGEST_STORY_LINE),
        story.text("iWant", LONGEST_STORY_LINE),
        story.text("soThat", LONGEST_STORY_LINE));
  }

  private static Criterion criterion(Members criterion) {
    return new Criterion(
        criterion.id("id"),
        criterion.words("text", LONGEST_CRITERION),
        criterion.choice("type", TYPES),
        criterion.flag("met"),
        criterion.optional("changed").map(AcceptanceKind::changed).orElse(null));
  }

  private static Changed changed(Members changed) {
    String was = changed.text("was", LONGEST_CRITERION);
    return new Changed(changed.time("at"), changed.account("by"), was.isEmpty() ? null : was);
  }

  private static Removed removed(Members removed) {
    return new Removed(
        removed.words("text", LONGEST_CRITERION), removed.time("at"), removed.account("by"));
  }

  private static @Nullable Agreement agreement(Members agreed, String who) {
    return agreed
        .optional(who)
        .map(it -> new Agreement(it.account("by"), it.time("at")))
        .orElse(null);
  }

  @Override
  public Acceptance stamped(Acceptance stored, Acceptance wanted, Edit edit) {
    return new AcceptanceStamp(stored, edit).on(wanted);
  }
}
