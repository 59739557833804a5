package tandem.sync.simulation;

import java.util.List;
import java.util.function.Supplier;
import tandem.sync.engine.Answer;
import tandem.sync.model.LinkId;
import tandem.sync.model.Side;
import tandem.sync.store.LinkState;
import tandem.sync.store.MemoryRulings.Entry;
import tandem.sync.store.Receipt;

/** Answers open conflicts and takes applied changes back. */
final class Admin {
  private static final String ACCOUNT = "admin";

  private final Play play;

  Admin(Play play) {
    this.play = play;
  }

  void choose(Step.Choose choice) {
    LinkId link = house().link(choice.pair());
    if (house().links.openConflicts(link).isEmpty()) {
      return;
    }
    play.note("an admin chooses what " + name(choice.pair(), choice.side()) + " holds");
    rule(
        choice.pair(),
        () ->
            house().choose.side(House.SITE, link, choice.side(), ACCOUNT) instanceof Answer.Given
                ? new Answer.Given()
                : house().choose.budget(House.SITE, link, choice.budget(), ACCOUNT));
  }

  void undo(Step.Undo undo) {
    LinkId link = house().link(undo.pair());
    List<Receipt> receipts = house().links.receipts(link).reversed();
    if (!receipts.isEmpty()) {
      Receipt receipt = receipts.get(undo.pick() % receipts.size());
      play.note("an admin undoes what " + name(undo.pair(), receipt.side()) + " received");
      rule(undo.pair(), () -> house().undo.receipt(House.SITE, link, receipt.id(), ACCOUNT));
    }
  }

  /** The process may die as soon as the ruling is durable; it is remembered all the same. */
  private void rule(int pair, Supplier<Answer> request) {
    List<Entry> before = house().rulings.all();
    People.Moment moment = moment(pair);
    try {
      Answer unused = request.get();
    } finally {
      List<Entry> after = house().rulings.all();
      if (after.size() > before.size()) {
        Entry given = after.get(before.size());
        play.people().ruled(new People.Ruled(given.id(), given.ruling(), moment));
        play.note("  which is " + Words.of(given.ruling().value().tags()));
      }
    }
  }

  private People.Moment moment(int pair) {
    LinkState state = house().state(pair);
    boolean still = state.unanswered(Side.LEFT).isEmpty() && state.unanswered(Side.RIGHT).isEmpty();
    return new People.Moment(
        pair,
        play.people().edits(),
        still,
        house().tags(pair, Side.LEFT),
        house().tags(pair, Side.RIGHT));
  }

  private String name(int pair, Side side) {
    return house().issue(pair, side).value();
  }

  private House house() {
    return play.house();
  }
}
