package tandem.sync.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static tandem.sync.engine.World.A;
import static tandem.sync.engine.World.B;
import static tandem.sync.engine.World.SITE;
import static tandem.sync.engine.World.tags;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tandem.sync.engine.World.Pair;
import tandem.sync.model.Decision;
import tandem.sync.model.DecisionId;
import tandem.sync.model.Held;
import tandem.sync.model.InstallationId;
import tandem.sync.model.Passage;
import tandem.sync.model.Side;
import tandem.sync.store.Holds;
import tandem.sync.store.Slice;

/** The brake: what is too drastic to be mirrored without a person's yes. */
class HoldTest {
  private static final String ADMIN = "admin-1";

  private final World world = new World();
  private final Pair pair = world.settledPair("1", A);
  private final Release release = new Release(world.durable);

  @Test
  @Tag("H01")
  void aSideThatIsEmptiedAtOnceWaitsForAPersonWhileTheRestGoesOn() {
    settled(3);
    empty(Side.LEFT);
    world.edit(Side.LEFT, pair, B);
    edit(Side.LEFT, 9, "Another");
    world.settle();
    assertThat(world.right.decisions(pair.right())).as("the old and the new one").isEqualTo(4);
    assertThat(world.tags(pair)).containsOnly(tags(B));
    assertThat(waiting())
        .singleElement()
        .satisfies(it -> {
          assertThat(it.hold().why()).isEqualTo("H01");
          assertThat(it.hold().decisions()).containsExactly(id(0), id(1), id(2));
        });
    assertThat(world.view(pair).dirty()).isFalse();
    assertThat(world.settle()).isEqualTo(RunReport.NOTHING);
  }

  @Test
  @Tag("H06")
  void anIssueThatLostItsTagBecauseTheTagWasDeletedWaitsForAPerson() {
    world.right.deleteTag(A);
    world.settle();
    assertThat(world.left.tags(pair.left())).isEqualTo(tags(A));
    assertThat(waiting())
        .singleElement()
        .satisfies(it -> assertThat(it.hold().why()).isEqualTo("H06"));
    assertThat(world.settle()).as("nobody asks again").isEqualTo(RunReport.NOTHING);
    Answer given = release.apply(SITE, waiting().getFirst().hold().id(), ADMIN);
    world.settle();
    assertThat(given).isEqualTo(new Answer.Given());
    assertThat(world.left.tags(pair.left())).isEmpty();
  }

  @Test
  @Tag("H06")
  void aTagThatIsTakenOffOneIssueIsTakenOffTheOtherOne() {
    world.edit(Side.RIGHT, pair);
    world.settle();
    assertThat(world.left.tags(pair.left())).isEmpty();
    assertThat(waiting()).isEmpty();
  }

  @Test
  @Tag("H01")
  void fewerThanThreeOrLessThanHalfAreNoReasonToAsk() {
    settled(5);
    world.left.remove(pair.left(), id(0));
    world.left.remove(pair.left(), id(1));
    world.settle();
    assertThat(world.right.decisions(pair.right())).isEqualTo(3);
    assertThat(waiting()).isEmpty();
  }

  @Test
  @Tag("H02")
  void aMappingThatLosesItsTagsOneAfterTheOtherWaitsForAPerson() {
    List<Pair> pairs = tagged(20);
    pairs.forEach(it -> world.edit(Side.RIGHT, it));
    world.settle();
    long kept = pairs.stream().filter(it -> !world.left.tags(it.left()).isEmpty()).count();
    assertThat(kept).as("the first nine are gone").isEqualTo(11);
    assertThat(waiting()).hasSize(11).allMatch(it -> it.hold().why().equals("H02"));
    Pair last = pairs.getLast();
    assertThat(release.dismiss(SITE, waiting().getFirst().hold().id()))
        .isEqualTo(new Answer.Given());
    world.settle();
    assertThat(world.tags(last)).containsOnly(tags(A));
  }

  @Test
  @Tag("H02")
  void aMappingThatLosesItsDecisionsOneAfterTheOtherWaitsForAPerson() {
    List<Pair> pairs = tagged(12);
    pairs.forEach(it -> world.left.edit(it.left(), decision(0, "Decided")));
    world.settle();
    pairs.forEach(it -> world.left.remove(it.left(), id(0)));
    world.settle();
    assertThat(pairs.stream().filter(it -> world.right.decisions(it.right()) == 1)).hasSize(3);
    assertThat(waiting()).hasSize(3);
  }

  @Test
  @Tag("H03")
  void whatAPersonAppliesGoesThrough() {
    settled(3);
    empty(Side.RIGHT);
    world.settle();
    assertThat(world.left.decisions(pair.left())).isEqualTo(3);
    assertThat(release.apply(SITE, hold(), ADMIN)).isEqualTo(new Answer.Given());
    world.settle();
    assertThat(world.left.decisions(pair.left())).isZero();
    assertThat(endings()).containsExactly(Holds.Ending.DONE);
  }

  @Test
  @Tag("H03")
  void whatIsDeletedBesidesAfterAYesWaitsForAnother() {
    settled(5);
    for (int i = 0; i < 3; i++) {
      world.right.remove(pair.right(), id(i));
    }
    world.settle();
    release.apply(SITE, hold(), ADMIN);
    empty(Side.RIGHT);
    world.settle();
    assertThat(world.left.decisions(pair.left())).isEqualTo(5);
    assertThat(waiting().getFirst().hold().decisions()).hasSize(5);
  }

  @Test
  @Tag("H04")
  void whatAPersonDismissesIsPutBackWhereItWasDeleted() {
    settled(3);
    empty(Side.LEFT);
    world.settle();
    assertThat(release.dismiss(SITE, hold())).isEqualTo(new Answer.Given());
    world.settle();
    assertThat(world.left.decisions(pair.left())).isEqualTo(3);
    assertThat(world.right.decisions(pair.right())).isEqualTo(3);
    Held back = world.left.held(pair.left(), id(1)).orElseThrow();
    assertThat(((Held.Legible) back).decision().title().written()).isEqualTo("Decision 1");
    assertThat(endings()).containsExactly(Holds.Ending.DISMISSED);
  }

  @Test
  @Tag("H05")
  void aHoldLapsesWherePeopleTakeTheDeletionBack() {
    settled(3);
    empty(Side.LEFT);
    world.settle();
    for (int i = 0; i < 3; i++) {
      edit(Side.LEFT, i, "Decision " + i);
    }
    long number = hold();
    world.settle();
    assertThat(endings()).containsExactly(Holds.Ending.LAPSED);
    assertThat(world.right.decisions(pair.right())).isEqualTo(3);
    assertThat(release.apply(SITE, number, ADMIN)).isInstanceOf(Answer.Refused.class);
    assertThat(release.dismiss(SITE, number)).isInstanceOf(Answer.Refused.class);
  }

  @Test
  void anotherTenantAnswersNothing() {
    settled(3);
    empty(Side.LEFT);
    world.settle();
    InstallationId stranger = new InstallationId(99);
    assertThat(release.apply(stranger, hold(), ADMIN)).isInstanceOf(Answer.Refused.class);
    assertThat(release.dismiss(stranger, hold())).isInstanceOf(Answer.Refused.class);
    world.settle();
    assertThat(waiting()).hasSize(1);
  }

  private void settled(int decisions) {
    for (int i = 0; i < decisions; i++) {
      edit(Side.LEFT, i, "Decision " + i);
    }
    world.settle();
    assertThat(world.right.decisions(pair.right())).isEqualTo(decisions);
  }

  private List<Pair> tagged(int howMany) {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < howMany; i++) {
      pairs.add(world.settledPair(String.valueOf(100 + i), A));
    }
    return pairs;
  }

  private void empty(Side side) {
    for (int i = 0; i < 5; i++) {
      world.tracker(side).remove(pair.issue(side), id(i));
    }
  }

  private void edit(Side side, int number, String title) {
    world.tracker(side).edit(pair.issue(side), decision(number, title));
  }

  private List<Holds.Entry> waiting() {
    return world.links.holds().waiting(SITE, Slice.newest(100));
  }

  private long hold() {
    return waiting().getFirst().hold().id();
  }

  private List<Holds.Ending> endings() {
    return world.links.holds().all().stream().flatMap(it -> it.ending().stream()).toList();
  }

  private static DecisionId id(int number) {
    return new DecisionId("d-" + number);
  }

  private static Decision decision(int number, String title) {
    return Decision.blank(id(number)).withTitle(Passage.plain(title));
  }
}
