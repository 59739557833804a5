package tandem.sync.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tandem.sync.model.DecisionId;
import tandem.sync.model.InstallationId;
import tandem.sync.model.IssueId;
import tandem.sync.model.LinkId;
import tandem.sync.model.MappingId;
import tandem.sync.model.Side;
import tandem.sync.store.LinkStore.Ends;
import tandem.sync.store.Sight.Trace;
import tandem.sync.store.StoreContract.Opened;

/** What every {@link DecisionStore} keeps of writes: intents and receipts. */
abstract class DecisionWritesContract {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final DecisionId ID = new DecisionId("d-1");
  private static final DecisionId OTHER = new DecisionId("d-2");

  private LinkStore links;
  private DecisionStore decisions;
  private LinkId link;

  protected abstract Opened open();

  @BeforeEach
  void openEmpty() {
    links = open().links();
    decisions = links.decisions();
    var ends = new Ends(new IssueId("1"), "L-1", new IssueId("2"), "R-2");
    var enrolment = links.link(new InstallationId(7), new MappingId(3), ends, NOON);
    link = ((Enrolment.Created) enrolment).link();
  }

  @Test
  void theWritesOfAPlanAreInOrderAndShareItsNumber() {
    decisions.intend(link, ID, List.of(write(Side.LEFT, "a"), write(Side.RIGHT, "b")), NOON);
    List<DecisionIntent> intents = state(ID).intents();
    assertThat(intents).extracting(DecisionIntent::after).containsExactly("a", "b");
    assertThat(intents).extracting(DecisionIntent::plan).containsOnly(intents.getFirst().plan());
    assertThat(intents).noneMatch(DecisionIntent::answered);
    assertThat(intents.getFirst().repeats(write(Side.LEFT, "a"))).isTrue();
    assertThat(intents.getFirst().repeats(write(Side.LEFT, "b"))).isFalse();
    assertThat(intents.getFirst().agreed()).isEqualTo("agreed");
  }

  @Test
  void aPlanWithoutAnEffectIsForgottenWhenTheNextOneIsMade() {
    decisions.intend(link, ID, List.of(write(Side.LEFT, "a")), NOON);
    decisions.intend(link, ID, List.of(write(Side.LEFT, "b"), write(Side.RIGHT, "c")), NOON);
    assertThat(state(ID).intents()).extracting(DecisionIntent::after).containsExactly("b", "c");
    apply(state(ID).intents().getFirst());
    decisions.intend(link, ID, List.of(write(Side.RIGHT, "d")), NOON);
    assertThat(state(ID).intents())
        .as("a plan of which a write took effect stays whole")
        .extracting(DecisionIntent::after)
        .containsExactly("b", "c", "d");
  }

  @Test
  void aChangeHasOneReceiptHoweverOftenItIsFoundApplied() {
    decisions.intend(link, ID, List.of(write(Side.LEFT, "a")), NOON);
    DecisionIntent intent = state(ID).intents().getFirst();
    apply(intent);
    apply(intent);
    assertThat(state(ID).intents().getFirst().answered()).isTrue();
    assertThat(decisions.receipts(link)).hasSize(1);
    DecisionReceipt receipt = decisions.receipts(link).getFirst();
    assertThat(receipt.decision()).isEqualTo(ID);
    assertThat(receipt.intent().before()).isEqualTo("before");
    assertThat(receipt.intent().after()).isEqualTo("a");
    assertThat(receipt.loss()).isEqualTo("a picture");
    assertThat(receipt.heldAt()).contains(at(8));
    assertThat(receipt.appliedAt()).isEqualTo(at(9));
  }

  @Test
  void theLatestReceiptsOfADecisionOnASideAreToldNewestFirst() {
    decisions.intend(link, OTHER, List.of(write(Side.LEFT, "other")), NOON);
    for (String after : List.of("a", "b", "c")) {
      decisions.intend(link, ID, List.of(write(Side.LEFT, after), write(Side.RIGHT, "r")), NOON);
      state(ID).intents().forEach(this::apply);
      decisions.agreed(link, ID, after, NOON);
    }
    assertThat(decisions.latest(link, ID, Side.LEFT, 2))
        .extracting(receipt -> receipt.intent().after())
        .containsExactly("c", "b");
    assertThat(decisions.latest(link, OTHER, Side.LEFT, 2)).isEmpty();
    decisions.intend(link, ID, List.of(write(Side.LEFT, "d")), NOON);
    decisions.doubted(link, doubt(state(ID).intents().getFirst()));
    assertThat(decisions.latest(link, ID, Side.LEFT, 1))
        .as("a doubted one is none of them")
        .extracting(receipt -> receipt.intent().after())
        .containsExactly("c");
  }

  @Test
  void aWriteTellsHowMuchNewsTheLookAnsweredOnWhichItWasPlanned() {
    long first = links.news(link, Side.LEFT);
    links.seen(link, Side.RIGHT, links.news(link, Side.RIGHT));
    links.touched(link, Side.LEFT);
    links.touched(link, Side.LEFT);
    assertThat(links.news(link, Side.LEFT)).isEqualTo(first + 2);
    links.seen(link, Side.LEFT, first + 1);
    decisions.intend(link, ID, List.of(write(Side.LEFT, "a"), write(Side.RIGHT, "b")), NOON);
    assertThat(state(ID).intents())
        .extracting(intent -> intent.look().news())
        .containsExactly(first + 1, links.news(link, Side.RIGHT));
    links.seen(link, Side.LEFT, first + 2);
    apply(state(ID).intents().getFirst());
    assertThat(decisions.receipts(link).getFirst().intent().look().news()).isEqualTo(first + 1);
  }

  @Test
  void aDoubtedWriteHasAReceiptAndIsNotAnsweredUnlessItWasRefused() {
    decisions.intend(link, ID, List.of(write(Side.LEFT, "a")), NOON);
    DecisionIntent intent = state(ID).intents().getFirst();
    DecisionReceipt doubt = doubt(intent);
    decisions.refused(link, intent.id());
    decisions.doubted(link, doubt);
    assertThat(decisions.receipts(link)).isEmpty();
    decisions.sentAgain(link, intent.id());
    decisions.doubted(link, doubt);
    decisions.doubted(link, doubt);
    assertThat(state(ID).intents()).extracting(DecisionIntent::answered).containsExactly(false);
    assertThat(decisions.receipts(link))
        .singleElement()
        .satisfies(receipt -> {
          assertThat(receipt.isKnown()).isFalse();
          assertThat(receipt.intent().before()).isEqualTo("before");
        });
  }

  @Test
  void aWriteTellsTheTrackersTimeOfWhatItsPlanFound() {
    var trace = new Trace("ref", "mark", Optional.of(at(4)));
    decisions.observed(
        link, Side.LEFT, ID, new Sight("a", Optional.empty(), Optional.of(trace), at(4)));
    decisions.intend(link, ID, List.of(write(Side.LEFT, "b"), write(Side.RIGHT, "b")), NOON);
    assertThat(state(ID).intents())
        .extracting(intent -> intent.look().at())
        .containsExactly(Optional.of(at(4)), Optional.empty());
    apply(state(ID).intents().getFirst());
    assertThat(decisions.receipts(link).getFirst().intent().look().at()).contains(at(4));
  }

  private DecisionState state(DecisionId id) {
    return decisions.find(link).of(id);
  }

  private void apply(DecisionIntent intent) {
    decisions.applied(
        link,
        new DecisionReceipt(
            0, ID, intent, Receipt.How.ANSWERED, "a picture", Optional.of(at(8)), at(9)));
  }

  private static DecisionReceipt doubt(DecisionIntent intent) {
    return new DecisionReceipt(
        0, ID, intent, Receipt.How.UNANSWERED, "", Optional.empty(), NOON.plusSeconds(1));
  }

  private static DecisionIntent write(Side side, String after) {
    return new DecisionIntent(
        0, 0, side, "before", after, "agreed", "D02", NOON, false, DecisionIntent.Look.NONE);
  }

  private static Instant at(int second) {
    return NOON.plusSeconds(second);
  }
}
