package tandem.sync.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tandem.sync.engine.DecisionPeople.Edit;
import tandem.sync.engine.DecisionPeople.Spot;
import tandem.sync.model.Decision;
import tandem.sync.model.Side;

/** What holds at the end of every story of decisions. */
final class DecisionOracle {
  private final DecisionStory story;
  private final List<Edit> edits;
  private final Map<Spot, List<String>> outcome = new HashMap<>();

  DecisionOracle(DecisionStory story) {
    this.story = story;
    this.edits = story.people().edits();
    for (DecisionPlace place : DecisionPlace.ALL) {
      outcome.put(new Spot(DecisionPeople.FIRST, place), place.words(held(Side.LEFT)));
    }
  }

  private Decision held(Side side) {
    return story.people().held(side, DecisionPeople.FIRST).orElseThrow();
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
    boolean knew = edits.stream().noneMatch(it -> it.inTheDark() || it.inAWindow());
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
    assertThat(held(Side.LEFT).says(held(Side.RIGHT))).as("the sides are one").isTrue();
    assertThat(story.world().left.decisions(story.pair().left())).isEqualTo(1);
    assertThat(story.world().right.decisions(story.pair().right())).isEqualTo(1);
  }

  void assertNothingLost() {
    List<String> written = edits.stream().map(Edit::after).toList();
    outcome.values().forEach(words -> assertThat(written).as("people's words").containsAll(words));
    edits.stream().filter(edit -> !edit.after().isEmpty()).forEach(this::assertNotLost);
  }

  private void assertNotLost(Edit edit) {
    List<String> now = outcome.getOrDefault(edit.spot(), List.of());
    boolean stands = now.contains(edit.after());
    boolean replaced = edits.stream().anyMatch(edit::isUnder);
    boolean knowingly =
        edits.stream().anyMatch(it -> edit.isUnder(it) && !it.inTheDark() && !mayBeLost(it));
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
   * never arrived, or that write had no answer.
   */
  private boolean isUntold(Edit edit) {
    return edit.inAWindow() && story.grapevine().untold().stream().anyMatch(edit::isIn);
  }

  private boolean isInDoubt(Edit edit) {
    return story.world().links.decisions().allDisputes().stream()
        .filter(dispute -> dispute.why().equals("D24"))
        .anyMatch(dispute -> edit.isIn(dispute.left()) || edit.isIn(dispute.right()));
  }

  private void assertQuiet() {
    World world = story.world();
    var state = world.links.decisions().find(world.link(story.pair())).of(DecisionPeople.FIRST);
    assertThat(state.intents()).isEmpty();
    assertThat(state.disputes()).isEmpty();
    assertThat(world.queue.size()).isZero();
    int writes = world.left.writes() + world.right.writes();
    world.intake.touched(World.SITE, Side.LEFT, story.pair().left());
    world.intake.touched(World.SITE, Side.RIGHT, story.pair().right());
    world.settle();
    assertThat(world.left.writes() + world.right.writes()).isEqualTo(writes);
  }
}
