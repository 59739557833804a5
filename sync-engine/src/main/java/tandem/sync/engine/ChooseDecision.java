package tandem.sync.engine;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import tandem.sync.model.DecisionId;
import tandem.sync.model.InstallationId;
import tandem.sync.model.LinkId;
import tandem.sync.model.Ruling;
import tandem.sync.model.Side;
import tandem.sync.store.DecisionRuling;
import tandem.sync.store.DecisionState;
import tandem.sync.store.LinkState;
import tandem.sync.store.Rulings.Author;

/**
 * A person's answer to what is open about a decision. It is written down and carried out by the
 * link's next turn, with intents and receipts like every other change; an edit that comes before
 * wins over it. One transaction, no remote call.
 */
public final class ChooseDecision {
  private final Durable durable;

  public ChooseDecision(Durable durable) {
    this.durable = durable;
  }

  /** Which decision of which link. */
  public record Which(InstallationId tenant, LinkId link, DecisionId decision) {}

  /** Both sides are to hold the whole decision as this side holds it, or not to have it. */
  public Answer side(Which which, Side side, String accountId) {
    return answer(which, (link, decision) -> choose(link, decision, side, accountId));
  }

  /** A decision that was set aside is tried again, with all its attempts anew. */
  public Answer again(Which which) {
    return answer(which, this::tryAgain);
  }

  private Answer answer(Which which, BiFunction<LinkState, DecisionCase, Answer> answer) {
    return durable
        .transactions()
        .within(() -> {
          Optional<LinkState> link =
              durable
                  .links()
                  .find(which.link())
                  .filter(it -> it.installation().equals(which.tenant()));
          Optional<DecisionState> state =
              link.map(it -> durable.links().decisions().find(it.id()).all().get(which.decision()));
          return state.isEmpty()
              ? new Answer.Unknown()
              : answer.apply(
                  link.orElseThrow(),
                  new DecisionCase(which.decision(), state.get(), new Notation()));
        });
  }

  private Answer choose(LinkState link, DecisionCase decision, Side side, String accountId) {
    if (decision.state().disputes().isEmpty()) {
      return new Answer.Refused("This decision has no open conflict any more.");
    }
    if (decision.isUnread()) {
      return new Answer.Refused(
          "One side of it cannot be read, and what stands there is never overwritten: mend or"
              + " delete it there first.");
    }
    if (decision.isSetAside()) {
      return new Answer.Refused(
          "The tracker refuses to take it: edit it on either side, or have it tried again.");
    }
    DecisionRuling ruling =
        new DecisionRuling(
            0,
            Ruling.Kind.CHOICE,
            decision.text(side),
            decision.text(Side.LEFT),
            decision.text(Side.RIGHT),
            durable.clock().instant());
    Author author = new Author(accountId, OptionalLong.empty());
    durable.links().decisions().rule(link.id(), decision.id(), ruling, author);
    return given(link);
  }

  private Answer tryAgain(LinkState link, DecisionCase decision) {
    if (!decision.isSetAside()) {
      return new Answer.Refused("This decision is not set aside: there is nothing to try again.");
    }
    int unused =
        durable
            .links()
            .decisions()
            .disputes(link.id(), decision.id(), List.of(), durable.clock().instant());
    return given(link);
  }

  private Answer given(LinkState link) {
    durable.queue().markDirty(link.installation(), List.of(link.id()), durable.clock().instant());
    return new Answer.Given();
  }
}
