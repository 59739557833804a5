package tandem.sync.engine;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import tandem.sync.model.Decision;
import tandem.sync.model.Ruling;
import tandem.sync.model.Side;
import tandem.sync.store.DecisionReceipt;
import tandem.sync.store.DecisionRuling;
import tandem.sync.store.LinkState;
import tandem.sync.store.Rulings.Author;

/** Takes one applied change of a decision back; see {@link Undo}. Belongs into a transaction. */
final class UndoDecision {
  private final Durable durable;
  private final LinkState link;
  private final DecisionReceipt receipt;
  private final DecisionCase decision;

  UndoDecision(Durable durable, LinkState link, DecisionReceipt receipt) {
    this.durable = durable;
    this.link = link;
    this.receipt = receipt;
    this.decision =
        new DecisionCase(
            receipt.decision(),
            durable.links().decisions().find(link.id()).of(receipt.decision()),
            new Notation());
  }

  /** Why it cannot be taken back as things stand. */
  Optional<String> obstacle(List<DecisionReceipt> all) {
    if (!receipt.isKnown()) {
      return Optional.of(
          "Nothing tells whether this change ever took effect, so there is nothing to take back.");
    }
    if (receipt.intent().before().isEmpty()) {
      return Optional.of(
          "The change created the decision there. Where it is not wanted, delete it by hand.");
    }
    if (decision.isUnread() || decision.isSetAside()) {
      return Optional.of("The decision rests since a side of it cannot be read or written.");
    }
    boolean changedLater =
        all.stream().anyMatch(it -> it.id() > receipt.id() && isAnotherChange(it));
    return changedLater || !stands() ? Optional.of(standing()) : Optional.empty();
  }

  private boolean isAnotherChange(DecisionReceipt other) {
    return other.isKnown()
        && other.decision().equals(receipt.decision())
        && !isSame(after(other), after(receipt));
  }

  private boolean stands() {
    return isSame(decision.base(), after(receipt))
        && isSame(decision.held(Side.LEFT), after(receipt))
        && isSame(decision.held(Side.RIGHT), after(receipt));
  }

  private Optional<Decision> after(DecisionReceipt of) {
    return decision.read(of.intent().after());
  }

  private static boolean isSame(Optional<Decision> one, Optional<Decision> other) {
    return one.isPresent() == other.isPresent()
        && (one.isEmpty() || one.get().says(other.orElseThrow()));
  }

  private String standing() {
    return String.format(
        "It was changed again since: now %s stands in %s and %s in %s.",
        inWords(Side.LEFT), link.left().key(), inWords(Side.RIGHT), link.right().key());
  }

  private String inWords(Side side) {
    return decision
        .held(side)
        .map(held -> "\"" + held.title().written().strip() + "\"")
        .orElse("no such decision");
  }

  Answer give(String accountId) {
    DecisionRuling ruling =
        new DecisionRuling(
            0,
            Ruling.Kind.UNDO,
            receipt.intent().before(),
            decision.text(Side.LEFT),
            decision.text(Side.RIGHT),
            durable.clock().instant());
    Author author = new Author(accountId, OptionalLong.of(receipt.id()));
    durable.links().decisions().rule(link.id(), decision.id(), ruling, author);
    durable.queue().markDirty(link.installation(), List.of(link.id()), ruling.at());
    return new Answer.Given();
  }
}
