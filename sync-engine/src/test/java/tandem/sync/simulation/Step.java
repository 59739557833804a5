package tandem.sync.simulation;

import java.time.Duration;
import tandem.sync.model.Budget;
import tandem.sync.model.Side;

/** Something that happens in the simulated world. Picks count modulo what there is to pick from. */
sealed interface Step {
  /** A person edits an issue. */
  record Edit(int pair, Side side, Act act, Budget budget) implements Step {}

  /** What a person does to the tags of an issue. */
  enum Act {
    /** Just this tag from now on. */
    SETTLES_ON,
    /** This tag beside what is there: a switch to it, as people do it. */
    ADDS,
    /** No tag at all. */
    CLEARS
  }

  /** A waiting event arrives; a bare one without its payload. */
  record Deliver(int pick, boolean bare) implements Step {}

  /** An event that arrived before arrives once more. */
  record Repeat(int pick) implements Step {}

  /** A waiting event never arrives. */
  record Lose(int pick) implements Step {}

  record Pass(Duration time) implements Step {}

  /** A worker takes one due link. Inside another step it is a second worker. */
  record Work() implements Step {}

  /** The regular search for what no event told of. */
  record Sweep() implements Step {}

  /**
   * An admin answers the open conflict of a pair with what a side holds; where that are several
   * tags, with a budget.
   */
  record Choose(int pair, Side side, Budget budget) implements Step {}

  /** An admin takes a change back; counted from the newest. */
  record Undo(int pair, int pick) implements Step {}
}
