package tandem.sync.engine;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tandem.sync.model.Budget;
import tandem.sync.model.Draw;
import tandem.sync.model.InstallationId;
import tandem.sync.model.LinkId;
import tandem.sync.model.Ruling;
import tandem.sync.model.Side;
import tandem.sync.store.ConflictRecord;
import tandem.sync.store.LinkState;
import tandem.sync.store.Rulings.Author;

/**
 * A person's answer to an open conflict. It is written down and carried out by the link's next
 * turn, with intents and receipts like every other change; an edit that comes before wins over it.
 * One transaction, no remote call.
 */
public final class Choose {
  private final Durable durable;

  public Choose(Durable durable) {
    this.durable = durable;
  }

  /** Both sides are to hold what this one holds. */
  public Answer side(InstallationId tenant, LinkId link, Side side, String accountId) {
    return open(tenant, link, accountId, conflict -> heldBy(side, conflict));
  }

  /** Both sides are to draw on this budget, which one of them must carry. */
  public Answer budget(InstallationId tenant, LinkId link, Budget budget, String accountId) {
    return open(tenant, link, accountId, conflict -> offered(budget, conflict));
  }

  /** From the open conflict to the value, or to why there is none. */
  private interface Pick {
    Picked from(ConflictRecord conflict);
  }

  private sealed interface Picked {
    record Value(Draw draw) implements Picked {}

    record None(String why) implements Picked {}
  }

  private Answer open(InstallationId tenant, LinkId link, String accountId, Pick pick) {
    return durable
        .transactions()
        .within(() -> {
          Optional<LinkState> known =
              durable.links().find(link).filter(it -> it.installation().equals(tenant));
          if (known.isEmpty()) {
            return new Answer.Unknown();
          }
          List<ConflictRecord> conflicts = durable.links().openConflicts(link);
          return conflicts.isEmpty()
              ? new Answer.Refused("This pair of issues has no open conflict any more.")
              : answer(known.get(), conflicts.getFirst(), accountId, pick);
        });
  }

  private Answer answer(LinkState link, ConflictRecord conflict, String accountId, Pick pick) {
    return switch (pick.from(conflict)) {
      case Picked.None(String why) -> new Answer.Refused(why);
      case Picked.Value(Draw value) -> {
        Ruling ruling =
            new Ruling(
                Ruling.Kind.CHOICE,
                value,
                conflict.left(),
                conflict.right(),
                durable.clock().instant());
        durable.rulings().give(link.id(), ruling, new Author(accountId, OptionalLong.empty()));
        durable.queue().markDirty(link.installation(), List.of(link.id()), ruling.at());
        yield new Answer.Given();
      }
    };
  }

  private static Picked heldBy(Side side, ConflictRecord conflict) {
    SortedSet<Budget> tags = side == Side.LEFT ? conflict.left() : conflict.right();
    if (tags.size() > 1) {
      return new Picked.None("That side carries several budgets: name one of " + names(tags) + ".");
    }
    return new Picked.Value(tags.isEmpty() ? Draw.NONE : Draw.on(tags.getFirst()));
  }

  private static Picked offered(Budget budget, ConflictRecord conflict) {
    SortedSet<Budget> all = new TreeSet<>(conflict.left());
    all.addAll(conflict.right());
    return all.contains(budget)
        ? new Picked.Value(Draw.on(budget))
        : new Picked.None("Neither side carries that budget: name one of " + names(all) + ".");
  }

  private static String names(SortedSet<Budget> budgets) {
    return budgets.stream().map(Budget::name).collect(Collectors.joining(", "));
  }
}
