package tandem.sync.reconcile;

import java.util.Optional;
import tandem.sync.model.ConflictPolicy;
import tandem.sync.model.Draw;
import tandem.sync.model.Side;
import tandem.sync.model.Snapshot;
import tandem.sync.reconcile.BudgetBase.Written;
import tandem.sync.reconcile.Reading.News;
import tandem.sync.reconcile.Reading.Old;
import tandem.sync.reconcile.Reading.Ours;
import tandem.sync.reconcile.Reading.Unclear;

/**
 * The three-way merge of the budget tag. Pure and total; left and right are alike to it: swapping
 * the sides and the policy's preference swaps the plan and changes nothing else.
 */
public final class BudgetMerge {
  private static final long NEVER = -1;

  private final BudgetBase base;
  private final Snapshot left;
  private final Snapshot right;
  private final ConflictPolicy policy;

  private BudgetMerge(BudgetBase base, Snapshot left, Snapshot right, ConflictPolicy policy) {
    this.base = base;
    this.left = left;
    this.right = right;
    this.policy = policy;
  }

  /**
   * Plans how the two sides become one.
   *
   * @param left what the left holds; its {@code at} is the time since when it holds these tags
   * @param right the same of the right
   */
  public static Plan plan(BudgetBase base, Snapshot left, Snapshot right, ConflictPolicy policy) {
    return new BudgetMerge(base, left, right, policy).plan();
  }

  private record Both(Reading left, Reading right) {}

  private Plan plan() {
    return switch (new Both(reading(Side.LEFT), reading(Side.RIGHT))) {
      case Both(Old l, Old r) -> agree(Row.R01, l.draw());
      case Both(Old l, News r) -> agree(Row.R02, r.draw());
      case Both(News l, Old r) -> agree(Row.R02, l.draw());
      case Both(Ours l, News r) -> agree(Row.R02, r.draw());
      case Both(News l, Ours r) -> agree(Row.R02, l.draw());
      case Both(News l, News r) -> bothChanged(l.draw(), r.draw());
      case Both(Ours l, Old r) -> interrupted(l.draw(), Side.RIGHT);
      case Both(Old l, Ours r) -> interrupted(r.draw(), Side.LEFT);
      case Both(Ours l, Ours r) -> bothOurs(l.draw(), r.draw());
      case Both(Unclear l, News r) -> unclearAgainst(l, r.draw(), Side.RIGHT);
      case Both(News l, Unclear r) -> unclearAgainst(r, l.draw(), Side.LEFT);
      case Both(Unclear l, Unclear r) -> hold(Row.R16);
      case Both(Unclear l, Old r) -> hold(Row.R13);
      case Both(Unclear l, Ours r) -> hold(Row.R13);
      case Both(Old l, Unclear r) -> hold(Row.R13);
      case Both(Ours l, Unclear r) -> hold(Row.R13);
    };
  }

  private Reading reading(Side side) {
    Reading reading = Reading.of(snapshot(side).budgets(), base.agreed(), base.written(side));
    return reading instanceof Ours(Draw draw) && wasReplaced(side, draw) ? new News(draw) : reading;
  }

  /**
   * A later plan wrote something else on the other side only, so it found that here: a person has
   * put this back since (row S11).
   */
  private boolean wasReplaced(Side side, Draw draw) {
    long written = lastNumber(side, draw);
    return base.written(side.other()).stream()
        .filter(it -> it.number() > written && !it.draw().equals(draw))
        .anyMatch(it -> lastNumber(side, it.draw()) <= written);
  }

  private long lastNumber(Side side, Draw draw) {
    return base.written(side).stream()
        .filter(it -> it.draw().equals(draw))
        .mapToLong(Written::number)
        .max()
        .orElse(NEVER);
  }

  private Plan bothChanged(Draw l, Draw r) {
    if (l.equals(r)) {
      return agree(Row.R03, l);
    }
    long atLeft = arrival(Side.LEFT, r);
    long atRight = arrival(Side.RIGHT, l);
    if (atLeft != atRight) {
      return agree(Row.R19, atLeft > atRight ? l : r);
    }
    if (l.equals(Draw.NONE) || r.equals(Draw.NONE)) {
      return agree(Row.R04, l.equals(Draw.NONE) ? r : l);
    }
    return switch (policy) {
      case LATEST ->
          left.at().equals(right.at())
              ? settle(Row.R06, firstByName(l, r))
              : settle(Row.R05, later(l, r));
      case PREFER_LEFT -> settle(Row.R07, l);
      case PREFER_RIGHT -> settle(Row.R07, r);
      case ASK -> hold(Row.R08);
    };
  }

  /**
   * When the side held the other side's news before it changed to its own, in terms of {@link
   * Written#number}; the later one was the last word.
   */
  private long arrival(Side side, Draw news) {
    return base.written(side).stream()
        .filter(Written::applied)
        .reduce((older, newer) -> newer)
        .filter(written -> written.draw().equals(news))
        .map(Written::number)
        .orElse(NEVER);
  }

  /** One side holds what Tandem wrote, {@code other} still (or again) holds what was agreed. */
  private Plan interrupted(Draw ours, Side other) {
    boolean wasToBeWritten =
        base.written(other).stream().anyMatch(written -> written.draw().equals(ours));
    return wasToBeWritten ? agree(Row.R09, ours) : agree(Row.R10, base.agreed());
  }

  private Plan bothOurs(Draw l, Draw r) {
    if (l.equals(r)) {
      return agree(Row.R11, l);
    }
    if (isLastOn(Side.RIGHT, l) != isLastOn(Side.LEFT, r)) {
      return agree(Row.R09, isLastOn(Side.RIGHT, l) ? l : r);
    }
    return agree(Row.R12, left.at().equals(right.at()) ? firstByName(l, r) : later(l, r));
  }

  /** It is what Tandem set out last to write there. */
  private boolean isLastOn(Side side, Draw draw) {
    return base.written(side).stream()
        .reduce((older, newer) -> newer)
        .filter(written -> written.draw().equals(draw))
        .isPresent();
  }

  private Plan unclearAgainst(Unclear unclear, Draw news, Side clear) {
    if (news.budget().filter(budget -> unclear.candidates().contains(budget)).isPresent()) {
      return settle(Row.R14, news);
    }
    ConflictPolicy preferring =
        clear == Side.LEFT ? ConflictPolicy.PREFER_LEFT : ConflictPolicy.PREFER_RIGHT;
    boolean isKnown = arrival(clear.other(), news) != NEVER;
    return policy == preferring && !isKnown ? settle(Row.R15, news) : hold(Row.R13);
  }

  private Draw later(Draw l, Draw r) {
    return left.at().isAfter(right.at()) ? l : r;
  }

  private static Draw firstByName(Draw l, Draw r) {
    return l.compareTo(r) < 0 ? l : r;
  }

  private Plan agree(Row row, Draw draw) {
    return new Plan(row, Optional.of(draw), edit(left, draw), edit(right, draw), Optional.empty());
  }

  private Plan settle(Row row, Draw draw) {
    Conflict conflict = new Conflict(row, left.budgets(), right.budgets(), Optional.of(draw));
    return new Plan(
        row, Optional.of(draw), edit(left, draw), edit(right, draw), Optional.of(conflict));
  }

  private Plan hold(Row row) {
    Conflict conflict = new Conflict(row, left.budgets(), right.budgets(), Optional.empty());
    return new Plan(row, Optional.empty(), TagEdit.NONE, TagEdit.NONE, Optional.of(conflict));
  }

  private static TagEdit edit(Snapshot side, Draw draw) {
    return TagEdit.between(side.budgets(), draw.tags());
  }

  private Snapshot snapshot(Side side) {
    return side == Side.LEFT ? left : right;
  }
}
