package tandem.sync.engine;

import java.util.Optional;
import java.util.stream.LongStream;

/** What became of a history of decisions: the promise that it broke, and its story. */
record DecisionVerdict(Optional<String> broken, String trace) {

  static DecisionVerdict of(DecisionHistory history, DecisionMutant mutant) {
    DecisionStory story = new DecisionStory(history, mutant);
    try {
      new DecisionOracle(story.play()).assertKept();
      return new DecisionVerdict(Optional.empty(), story.trace());
    } catch (AssertionError | RuntimeException broken) {
      return new DecisionVerdict(Optional.of(broken.toString()), story.trace());
    }
  }

  /** The first of so many seeds whose history breaks a promise. All cores look for it. */
  static Optional<Long> firstBroken(long from, long seeds, DecisionMutant mutant) {
    return LongStream.range(from, from + seeds)
        .parallel()
        .filter(seed -> of(DecisionHistory.of(seed), mutant).broken().isPresent())
        .boxed()
        .findFirst();
  }

  /** Takes steps and troubles out until none can be spared and it is still broken. */
  static DecisionHistory smallest(DecisionHistory broken) {
    DecisionHistory smallest = broken;
    for (Optional<DecisionHistory> less = Optional.of(broken); less.isPresent(); ) {
      smallest = less.get();
      less =
          smallest
              .smaller()
              .filter(it -> of(it, DecisionMutant.NONE).broken().isPresent())
              .findFirst();
    }
    return smallest;
  }
}
