package tandem.sync.simulation;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import tandem.sync.model.ConflictPolicy;
import tandem.sync.model.Draw;

/**
 * All that a simulated world does not decide by itself, as data. Playing it twice gives the same.
 *
 * @param start on what the pairs are settled at first
 * @param skew how far the right tracker's clock is ahead of Tandem's
 * @param incidents by the number of the await, counted from 1 over the whole play
 * @param troubles by the number of the remote call, counted likewise
 */
record History(
    long seed,
    ConflictPolicy policy,
    List<Draw> start,
    Duration skew,
    List<Step> steps,
    SortedMap<Integer, Incident> incidents,
    SortedMap<Integer, Trouble> troubles) {
  History {
    start = List.copyOf(start);
    steps = List.copyOf(steps);
    incidents = Collections.unmodifiableSortedMap(new TreeMap<>(incidents));
    troubles = Collections.unmodifiableSortedMap(new TreeMap<>(troubles));
  }

  /** The history of a seed; the same for ever, on every machine. */
  static History of(long seed) {
    return new Fate(seed).history();
  }

  History with(List<Step> fewer) {
    return new History(seed, policy, start, skew, fewer, incidents, troubles);
  }

  History withIncidents(SortedMap<Integer, Incident> fewer) {
    return new History(seed, policy, start, skew, steps, fewer, troubles);
  }

  History withTroubles(SortedMap<Integer, Trouble> fewer) {
    return new History(seed, policy, start, skew, steps, incidents, fewer);
  }

  /** What is given beside the seed's steps, for whoever reads the story. */
  String inWords() {
    return policy
        + ", settled on "
        + start.stream().map(draw -> Words.of(draw.tags())).toList()
        + ", right clock ahead by "
        + skew.toSeconds()
        + " s";
  }
}
