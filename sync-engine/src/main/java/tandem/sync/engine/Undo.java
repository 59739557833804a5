package tandem.sync.engine;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tandem.sync.engine.Replicas.Opened;
import tandem.sync.model.Budget;
import tandem.sync.model.Draw;
import tandem.sync.model.InstallationId;
import tandem.sync.model.LinkId;
import tandem.sync.model.Ruling;
import tandem.sync.model.Snapshot;
import tandem.sync.store.DecisionReceipt;
import tandem.sync.store.LinkState;
import tandem.sync.store.Receipt;
import tandem.sync.store.Rulings.Author;

/**
 * Takes one applied change back, on both sides, where its value still stands on both. It is written
 * down and carried out by the link's next turn, with receipts of its own (row R18); an edit that
 * comes before wins over it. One transaction, no remote call.
 */
public final class Undo {
  private final Durable durable;
  private final Replicas replicas;

  public Undo(Durable durable, Replicas replicas) {
    this.durable = durable;
    this.replicas = replicas;
  }

  /**
   * Takes back what a receipt tells of.
   *
   * @param receipt the id of one of the link's receipts
   * @param accountId who asks
   */
  public Answer receipt(InstallationId tenant, LinkId link, long receipt, String accountId) {
    return durable
        .transactions()
        .within(() ->
            durable
                .links()
                .find(link)
                .filter(known -> known.installation().equals(tenant))
                .map(known -> undo(known, receipt, accountId))
                .orElseGet(Answer.Unknown::new));
  }

  private Answer undo(LinkState link, long id, String accountId) {
    List<Receipt> receipts = durable.links().receipts(link.id());
    Optional<Receipt> receipt = receipts.stream().filter(it -> it.id() == id).findFirst();
    if (receipt.isEmpty()) {
      return undoDecision(link, id, accountId);
    }
    if (!receipt.get().isKnown()) {
      return new Answer.Refused(
          "Nothing tells whether this change ever took effect, so there is nothing to take back.");
    }
    boolean changedLater =
        receipts.stream()
            .filter(Receipt::isKnown)
            .anyMatch(it -> it.id() > id && !it.after().equals(receipt.get().after()));
    if (changedLater || !stands(link, receipt.get())) {
      return new Answer.Refused(standing(link));
    }
    SortedSet<Budget> taken = taken(receipt.get());
    if (taken.size() > 1) {
      return new Answer.Refused(
          "The change took several budgets away ("
              + names(taken)
              + "): set the right one by hand.");
    }
    Draw value = taken.isEmpty() ? Draw.NONE : Draw.on(taken.getFirst());
    return obstacle(link, value)
        .<Answer>map(Answer.Refused::new)
        .orElseGet(() -> give(link, value, new Author(accountId, OptionalLong.of(id))));
  }

  private Answer undoDecision(LinkState link, long id, String accountId) {
    List<DecisionReceipt> receipts = durable.links().decisions().receipts(link.id());
    Optional<DecisionReceipt> receipt = receipts.stream().filter(it -> it.id() == id).findFirst();
    if (receipt.isEmpty()) {
      return new Answer.Unknown();
    }
    UndoDecision undo = new UndoDecision(durable, link, receipt.get());
    return pause(link)
        .or(() -> undo.obstacle(receipts))
        .<Answer>map(Answer.Refused::new)
        .orElseGet(() -> undo.give(accountId));
  }

  private Optional<String> pause(LinkState link) {
    return switch (replicas.open(link.mapping())) {
      case Opened.Paused(String why) -> Optional.of(why);
      case Opened.Ready ready -> Optional.empty();
    };
  }

  private static boolean stands(LinkState link, Receipt receipt) {
    SortedSet<Budget> after = receipt.after().tags();
    boolean agreed = link.base().filter(it -> it.draw().equals(receipt.after())).isPresent();
    return agreed
        && tags(link.left().snapshot()).equals(after)
        && tags(link.right().snapshot()).equals(after);
  }

  /** What stood there and does not any more. */
  private static SortedSet<Budget> taken(Receipt receipt) {
    SortedSet<Budget> taken = new TreeSet<>(receipt.before());
    taken.removeAll(receipt.after().tags());
    return taken;
  }

  private Optional<String> obstacle(LinkState link, Draw value) {
    return switch (replicas.open(link.mapping())) {
      case Opened.Paused(String why) -> Optional.of(why);
      case Opened.Ready ready ->
          value
              .budget()
              .filter(budget -> !ready.rules().shares().containsKey(budget))
              .map(gone -> "The mapping has no budget " + gone.name() + " any more.");
    };
  }

  private Answer give(LinkState link, Draw value, Author author) {
    Ruling ruling =
        new Ruling(
            Ruling.Kind.UNDO,
            value,
            tags(link.left().snapshot()),
            tags(link.right().snapshot()),
            durable.clock().instant());
    durable.rulings().give(link.id(), ruling, author);
    durable.queue().markDirty(link.installation(), List.of(link.id()), ruling.at());
    return new Answer.Given();
  }

  private static String standing(LinkState link) {
    return String.format(
        "It was changed again since: now %s stands in %s and %s in %s.",
        names(tags(link.left().snapshot())),
        link.left().key(),
        names(tags(link.right().snapshot())),
        link.right().key());
  }

  private static SortedSet<Budget> tags(Optional<Snapshot> snapshot) {
    return snapshot.map(Snapshot::budgets).orElseGet(TreeSet::new);
  }

  private static String names(SortedSet<Budget> budgets) {
    return budgets.isEmpty()
        ? "no budget"
        : budgets.stream().map(Budget::name).collect(Collectors.joining(", "));
  }
}
