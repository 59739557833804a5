package tandem.sync.engine;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tandem.sync.model.Decision;
import tandem.sync.model.DecisionId;
import tandem.sync.model.Held;
import tandem.sync.model.LinkId;
import tandem.sync.model.Original;
import tandem.sync.model.Side;
import tandem.sync.store.DecisionIntent;
import tandem.sync.store.DecisionReceipt;
import tandem.sync.store.DecisionStore.Placed;
import tandem.sync.store.Heard;
import tandem.sync.store.Overwrites;
import tandem.sync.store.OverwrittenEdit;

/**
 * Notices that a write of ours replaced something else than its plan had found there (row P08):
 * whoever made that did it between our last look and the write's effect, and a tracker knows no
 * conditional write. What is called save… belongs into the intake's transaction.
 */
final class Overwriting {
  /** Events are late by so many writes of one decision at most. */
  private static final int LATEST = 8;

  private final Durable durable;
  private final LinkId link;
  private final DecisionId id;
  private final Side side;
  private final Notation notation = new Notation();
  private final List<Write> writes;

  private Overwriting(Durable durable, LinkId link, DecisionId id, Side side) {
    this.durable = durable;
    this.link = link;
    this.id = id;
    this.side = side;
    this.writes = writes();
  }

  /** A write of ours that may be the one of which an event tells. */
  private record Write(DecisionIntent intent, Optional<DecisionReceipt> receipt) {

    /**
     * Newer than what its plan had found, and not newer than what the tracker held when it was
     * known to be in effect.
     */
    boolean isInTime(Original seen) {
      return seen.at()
          .map(at ->
              intent.look().at().map(at::isAfter).orElse(true)
                  && receipt
                      .flatMap(DecisionReceipt::heldAt)
                      .map(held -> !at.isAfter(held))
                      .orElse(true))
          .orElse(true);
    }

    boolean isSince(Write other) {
      return intent.id() >= other.intent.id();
    }
  }

  /**
   * The event tells what it replaced. That it is of a write of ours is known by what it leaves
   * there, not by its actor, whom trackers do not name reliably; and by its time, because people
   * take edits back.
   *
   * @return an edit was found that was not known
   */
  static boolean saveNews(Durable durable, Placed placed, Side side, Told told) {
    Optional<String> lost = told.replacedAs(placed.id()).flatMap(Overwriting::text);
    Optional<String> seen = text(told.seenAs(placed.id()));
    if (lost.isEmpty() || seen.isEmpty()) {
      return false;
    }
    Overwriting overwriting = new Overwriting(durable, placed.link(), placed.id(), side);
    return overwriting
        .writeOf(seen.get(), told.seen())
        .filter(write -> overwriting.isUnseen(write, lost.get()))
        .map(write -> overwriting.edit(write, lost.get(), told))
        .filter(overwriting::saveEdit)
        .isPresent();
  }

  /**
   * What an event told, where it is a text with a time.
   *
   * @param news as in {@link Heard}
   */
  static Optional<Heard> heard(Side side, Sighted sighted, long news) {
    return text(sighted.held())
        .flatMap(value ->
            sighted.at().map(at -> new Heard(sighted.id(), side, value, at, sighted.ours(), news)));
  }

  /**
   * The event tells nothing of what it replaced, but whether it is ours, and its time: what was
   * heard just before a write of ours is what that replaced.
   *
   * @return an edit was found that was not known
   */
  static boolean saveNews(Durable durable, LinkId link, Heard heard) {
    Overwrites overwrites = durable.links().overwrites();
    overwrites.hear(link, heard);
    Overwriting overwriting = new Overwriting(durable, link, heard.decision(), heard.side());
    return overwriting.saveLost(overwrites.heard(link, heard.decision(), heard.side()));
  }

  private boolean saveLost(List<Heard> heard) {
    boolean found = false;
    for (int i = 1; i < heard.size(); i++) {
      Heard before = heard.get(i - 1);
      if (heard.get(i).ours() && !before.ours()) {
        List<Heard> older = heard.subList(0, i - 1);
        found |=
            writeOf(heard.get(i).value())
                .filter(write -> saveReplaced(write, before, older))
                .isPresent();
      }
    }
    return found;
  }

  /**
   * Certain is it where what the write's plan had found was heard of before its look. Heard of
   * later, it may have stood there twice, and the look have found it the second time.
   */
  private boolean saveReplaced(Write write, Heard before, List<Heard> older) {
    if (!isUnseen(write, before.value())) {
      Instant now = durable.clock().instant();
      durable.links().overwrites().overtaken(write.intent().id(), before.at(), now);
      return false;
    }
    boolean certain =
        older.stream()
            .anyMatch(it -> isSame(it.value(), write.intent().before()) && isFromBefore(write, it));
    return !isFromBefore(write, before) && saveEdit(edit(write, before, certain));
  }

  private OverwrittenEdit edit(Write write, String lost, Told told) {
    Instant at =
        told.replaced().flatMap(Original::at).or(told.seen()::at).orElse(write.intent().causedAt());
    return edit(write.intent(), new Lost(lost, at, true));
  }

  private OverwrittenEdit edit(Write write, Heard lost, boolean certain) {
    return edit(write.intent(), new Lost(lost.value(), lost.at(), certain));
  }

  private record Lost(String value, Instant at, boolean certain) {}

  /**
   * Events may be so late that an older edit was brought back before this one, which replaced it,
   * was heard of: then this one was made over that.
   */
  private OverwrittenEdit edit(DecisionIntent write, Lost lost) {
    var older = durable.links().overwrites().restored(write.id());
    return new OverwrittenEdit(
        0,
        write.id(),
        id,
        side,
        older.map(Overwrites.Restored::lost).orElse(write.before()),
        older.map(Overwrites.Restored::restored).orElse(write.after()),
        lost.value(),
        lost.at(),
        lost.certain());
  }

  private boolean saveEdit(OverwrittenEdit edit) {
    return durable.links().overwrites().keep(link, edit, durable.clock().instant());
  }

  /** Newest first: those under way, then those that are known to be in effect. */
  private List<Write> writes() {
    var decisions = durable.links().decisions();
    Stream<Write> open =
        decisions.find(link).of(id).intents().reversed().stream()
            .filter(intent -> intent.side() == side && !intent.answered())
            .map(intent -> new Write(intent, Optional.empty()));
    Stream<Write> done =
        decisions.latest(link, id, side, LATEST).stream()
            .map(receipt -> new Write(receipt.intent(), Optional.of(receipt)));
    return Stream.concat(open, done).toList();
  }

  private Optional<Write> writeOf(String value) {
    return writes.stream().filter(write -> isSame(write.intent().after(), value)).findFirst();
  }

  private Optional<Write> writeOf(String value, Original seen) {
    return writes.stream()
        .filter(write -> isSame(write.intent().after(), value) && write.isInTime(seen))
        .findFirst();
  }

  /** Neither had we written it, nor did this plan or a later one see it. */
  private boolean isUnseen(Write write, String lost) {
    return writes.stream()
        .noneMatch(other ->
            isSame(other.intent().after(), lost)
                || (other.isSince(write) && isSame(other.intent().before(), lost)));
  }

  /** Heard of before the look of the write's plan, which then saw it, or what replaced it. */
  private static boolean isFromBefore(Write write, Heard heard) {
    return heard.news() <= write.intent().look().news();
  }

  private boolean isSame(String one, String other) {
    Optional<Decision> first = notation.decision(id, one);
    Optional<Decision> second = notation.decision(id, other);
    return first.isPresent() == second.isPresent()
        && first.flatMap(it -> second.map(it::says)).orElse(true);
  }

  /** Empty where it cannot be read, or would not be kept. */
  private static Optional<String> text(Held held) {
    return held instanceof Held.Legible legible
        ? Optional.of(Notation.text(Optional.of(legible.decision())))
            .filter(text -> text.length() <= Decision.LARGEST)
        : Optional.empty();
  }
}
