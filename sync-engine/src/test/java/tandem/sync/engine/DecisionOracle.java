package tandem.sync.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tandem.sync.engine.DecisionPeople.Deletion;
import tandem.sync.engine.DecisionPeople.Edit;
import tandem.sync.engine.DecisionPeople.Spot;
import tandem.sync.model.Decision;
import tandem.sync.model.DecisionId;
import tandem.sync.model.Side;

/** What holds at the end of every story of decisions. */
final class DecisionOracle {
  private final DecisionStory story;
  private final List<Edit> edits;
  private final Map<Spot, List<String>> outcome = new HashMap<>();

  DecisionOracle(DecisionStory story) {
    this.story = story;
    this.edits = story.people().edits();
    for (DecisionId id : story.people().ids()) {
      held(Side.LEFT, id)
          .ifPresent(held -> {
            for (DecisionPlace place : DecisionPlace.ALL) {
              outcome.put(new Spot(id, place), place.words(held));
            }
          });
    }
  }

  private Optional<Decision> held(Side side, DecisionId id) {
    return story.people().held(side, id);
  }

  void assertKept() {
    assertOne();
    assertNothingLost();
    assertNoConflictAmongThoseWhoKnew();
    assertQuiet();
  }

  /**
   * Nobody edited past anybody else, nor while the engine was at work: nothing is in dispute. What
   * is kept since nobody can tell (D24) does not count: its event was late or lost.
   */
  private void assertNoConflictAmongThoseWhoKnew() {
    boolean knew =
        edits.stream().noneMatch(it -> it.inTheDark() || it.inAWindow())
            && story.people().deletions().stream().allMatch(this::knewAll);
    Map<Spot, Edit> last = new HashMap<>();
    for (Edit edit : edits) {
      Edit older = last.put(edit.spot(), edit);
      knew &= older == null || edit.before().equals(older.after());
    }
    boolean disputed =
        story.world().links.decisions().allDisputes().stream()
            .anyMatch(it -> !it.why().equals("D24"));
    assertThat(knew && disputed).as("a conflict of nobody's").isFalse();
  }

  private void assertOne() {
    int standing = 0;
    for (DecisionId id : story.people().ids()) {
      Optional<Decision> left = held(Side.LEFT, id);
      Optional<Decision> right = held(Side.RIGHT, id);
      boolean same = left.isPresent() == right.isPresent();
      boolean one = same && left.flatMap(it -> right.map(it::says)).orElse(true);
      assertThat(one).as("the sides are one about %s", id).isTrue();
      standing += left.isPresent() ? 1 : 0;
      assertDeletedWhereNobodyEdited(id, left.isPresent());
    }
    assertThat(story.world().left.decisions(story.pair().left())).isEqualTo(standing);
    assertThat(story.world().right.decisions(story.pair().right())).isEqualTo(standing);
  }

  /** A deletion loses only to an edit that it did not know; and nothing else goes. */
  private void assertDeletedWhereNobodyEdited(DecisionId id, boolean stands) {
    List<Deletion> deletions =
        story.people().deletions().stream().filter(it -> it.decision().equals(id)).toList();
    assertThat(stands || !deletions.isEmpty()).as("%s is gone, and nobody deleted it", id).isTrue();
    boolean certain = deletions.stream().anyMatch(this::knewAll);
    assertThat(stands && certain).as("%s stands, knowingly deleted", id).isFalse();
  }

  /**
   * It, or what replaced it, went with its decision, by somebody who saw it; for good, or until an
   * edit brought the decision back that the other side did not have, or a write had overwritten.
   */
  private boolean wasDeleted(Edit edit) {
    DecisionId id = edit.spot().decision();
    boolean gone = held(Side.LEFT, id).isEmpty();
    boolean mayComeBack = edits.stream().anyMatch(it -> isOf(id).test(it) && it.inAWindow());
    return story.people().deletions().stream()
            .anyMatch(it -> it.knew(edit) && (gone || mayComeBack || it.hadAlone(edit)))
        || edits.stream().filter(edit::isUnder).anyMatch(this::wasDeleted);
  }

  /** Of a word that was taken out nobody can tell. */
  private boolean isAsShown(Edit edit, Deletion deletion) {
    return !edit.after().isEmpty() && deletion.knew(edit) != edits.stream().anyMatch(edit::isUnder);
  }

  /**
   * Somebody deleted what was made of it, and the decision stayed, since somebody else had edited
   * it elsewhere: then it is as both last agreed.
   */
  private boolean isBroughtBack(Edit edit) {
    return edits.stream().filter(edit::isUnder).anyMatch(this::wasDeleted);
  }

  private boolean knewAll(Deletion deletion) {
    return !deletion.inDoubt()
        && edits.stream()
            .filter(isOf(deletion.decision()))
            .allMatch(edit -> deletion.isAfter(edits.indexOf(edit)) && isAsShown(edit, deletion));
  }

  private static Predicate<Edit> isOf(DecisionId id) {
    return edit -> edit.spot().decision().equals(id);
  }

  void assertNothingLost() {
    List<String> written = edits.stream().map(Edit::after).toList();
    outcome.values().forEach(words -> assertThat(written).as("people's words").containsAll(words));
    edits.stream().filter(edit -> !edit.after().isEmpty()).forEach(this::assertNotLost);
  }

  private void assertNotLost(Edit edit) {
    List<String> now = outcome.getOrDefault(edit.spot(), List.of());
    boolean stands = now.contains(edit.after());
    boolean replaced = edits.stream().anyMatch(edit::isUnder) || wasDeleted(edit);
    boolean knowingly =
        edits.stream()
            .filter(edit::isUnder)
            .anyMatch(it -> !it.inTheDark() && !mayBeLost(it) && !isBroughtBack(edit));
    assertThat(stands && knowingly).as("stands, knowingly replaced: %s", edit).isFalse();
    boolean kept = kept().anyMatch(edit::isIn);
    assertThat(stands || replaced || kept || isUntold(edit))
        .as("lost without a trace: %s", edit)
        .isTrue();
    assertThat(stands || replaced || hasRival(edit) || edit.inTheDark() || mayBeLost(edit))
        .as("lost to nobody: %s", edit)
        .isTrue();
  }

  /** Somebody edited the same place without knowing this edit, nor did its author know that one. */
  private boolean hasRival(Edit edit) {
    return edits.stream()
        .filter(it -> it.spot().equals(edit.spot()) && !it.after().isEmpty() && it != edit)
        .anyMatch(it -> !isBefore(it, edit) && !isBefore(edit, it));
  }

  private boolean isBefore(Edit older, Edit newer) {
    return edits.stream().filter(older::isUnder).anyMatch(it -> it == newer || isBefore(it, newer));
  }

  /** Everything that a conflict or a receipt keeps. */
  private Stream<String> kept() {
    var decisions = story.world().links.decisions();
    return Stream.concat(
        decisions.allDisputes().stream().flatMap(it -> Stream.of(it.base(), it.left(), it.right())),
        decisions.receipts(story.world().link(story.pair())).stream()
            .map(it -> it.intent().before()));
  }

  /** It, or what replaced it knowingly; then what it replaced may stand. */
  private boolean mayBeLost(Edit edit) {
    return isUntold(edit)
        || isInDoubt(edit)
        || edits.stream().anyMatch(later -> edit.isUnder(later) && mayBeLost(later));
  }

  /**
   * It was made while a turn was under way, and what would tell that a write of ours replaced it
   * never arrived, or that write had no answer, or its decision was deleted before it arrived.
   */
  private boolean isUntold(Edit edit) {
    boolean deleted =
        story.people().deletions().stream()
            .anyMatch(it -> isOf(it.decision()).test(edit) && !it.knew(edit));
    return edit.inAWindow()
        && (deleted || story.grapevine().untold().stream().anyMatch(edit::isIn));
  }

  private boolean isInDoubt(Edit edit) {
    return story.world().links.decisions().allDisputes().stream()
        .filter(dispute -> dispute.why().equals("D24"))
        .anyMatch(dispute -> edit.isIn(dispute.left()) || edit.isIn(dispute.right()));
  }

  private void assertQuiet() {
    World world = story.world();
    world
        .links
        .decisions()
        .find(world.link(story.pair()))
        .all()
        .values()
        .forEach(state -> {
          assertThat(state.intents()).isEmpty();
          assertThat(state.disputes()).isEmpty();
        });
    assertThat(world.queue.size()).isZero();
    int writes = world.left.writes() + world.right.writes();
    world.intake.touched(World.SITE, Side.LEFT, story.pair().left());
    world.intake.touched(World.SITE, Side.RIGHT, story.pair().right());
    world.settle();
    assertThat(world.left.writes() + world.right.writes()).isEqualTo(writes);
  }
}
