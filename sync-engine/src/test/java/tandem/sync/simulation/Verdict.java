package tandem.sync.simulation;

import java.util.Optional;
import java.util.stream.LongStream;

/** What became of a history: the promise that it broke, the hash of its trace, its story. */
record Verdict(Optional<String> broken, long hash, String story) {

  /** Plays a history to its end and judges it. */
  static Verdict of(History history, Mutant mutant, boolean inWords) {
    Play play = new Play(history, mutant, inWords);
    Optional<String> broken;
    try {
      broken = Oracle.broken(play.run(), mutant);
    } catch (RuntimeException fault) {
      play.note("BROKEN: " + fault);
      broken = Optional.of("an exception that nobody expected: " + fault);
    }
    return new Verdict(broken, play.trace().hash(), play.trace().story());
  }

  /** The first of so many seeds whose history breaks a promise. All cores look for it. */
  static Optional<Long> firstBroken(long from, long seeds, Mutant mutant) {
    return LongStream.range(from, from + seeds)
        .parallel()
        .filter(seed -> of(History.of(seed), mutant, false).broken().isPresent())
        .boxed()
        .findFirst();
  }
}
