package tandem.sync.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tandem.sync.engine.World.DecisionEvent;
import tandem.sync.model.Original;
import tandem.sync.model.Side;
import tandem.sync.replica.FakeTracker.DecisionNews;

/** What was replaced by writes of ours in a story, and whether anything tells of it. */
final class DecisionGrapevine {
  private final List<String> untold = new ArrayList<>();
  private Call call = new Call(false, false, Optional.empty());

  /**
   * The last call.
   *
   * @param unanswered it will have no answer
   * @param arrived it is not on its way to the tracker any more
   * @param replaced what it replaced, where it was a write and had an effect
   */
  record Call(boolean unanswered, boolean arrived, Optional<String> replaced) {}

  void begins(boolean unanswered) {
    call = new Call(unanswered, false, Optional.empty());
  }

  Call call() {
    return call;
  }

  void arrives() {
    call = new Call(call.unanswered, true, call.replaced);
  }

  /** Its process was held up, and others made calls meanwhile. */
  void goesOn(Call held) {
    this.call = held;
  }

  /**
   * Of a write that has no answer it may never be known that it happened (P07), and of a deletion
   * what it took away.
   */
  void struck(DecisionNews news) {
    if (news.of().ours()) {
      call = new Call(call.unanswered, true, news.before().map(Original::text));
      if (call.unanswered || news.now().isEmpty()) {
        isUnheard();
      }
    }
  }

  /** Nobody hears the answer to the last call any more. */
  void isUnheard() {
    call.replaced.ifPresent(untold::add);
  }

  /** While the event is on its way, and for good where it is lost. */
  List<String> silence(DecisionEvent event) {
    List<String> tells = tells(event);
    untold.addAll(tells);
    return tells;
  }

  void isTold(List<String> tells) {
    tells.forEach(untold::remove);
  }

  /**
   * Edits that are known to be overwritten by this event, unless it is lost, or the process dies of
   * it: a write's tells what it replaced, on the left only together with that one's own.
   */
  private static List<String> tells(DecisionEvent event) {
    DecisionNews news = event.news();
    Optional<Original> told =
        news.of().ours() ? news.before() : news.now().filter(own -> event.side() == Side.LEFT);
    return told.map(Original::text).stream().toList();
  }

  /** Texts that a write of ours replaced, or may have, and nothing tells. */
  List<String> untold() {
    return untold;
  }
}
