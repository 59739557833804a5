package tandem.sync.engine;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import tandem.sync.store.DriftCause;

/**
 * What a sweep found.
 *
 * @param problems why a side was not gone through to its end, one sentence each
 */
public record SweepReport(Drift left, Drift right, List<String> problems) {
  public SweepReport {
    problems = List.copyOf(problems);
  }

  /**
   * What was found on one side.
   *
   * @param looked issues listed
   * @param found of these, what Tandem did not know, by cause
   * @param calls remote calls made
   */
  public record Drift(int looked, Map<DriftCause, Integer> found, int calls) {
    static final Drift NONE = new Drift(0, Map.of(), 0);

    public Drift {
      Map<DriftCause, Integer> counted = new EnumMap<>(DriftCause.class);
      counted.putAll(found);
      found = Collections.unmodifiableMap(counted);
    }

    public int of(DriftCause cause) {
      return found.getOrDefault(cause, 0);
    }

    /** Changes that no event had told of, whatever the cause. */
    public int missed() {
      return of(DriftCause.MISSED) + of(DriftCause.OVERWRITTEN) + of(DriftCause.NATIVE_SYNC);
    }

    /** Unknown changes of the last two minutes: their event may yet come. */
    public int underWay() {
      return of(DriftCause.UNDER_WAY);
    }
  }

  /** Nothing was looked at. */
  static SweepReport notBegun(String why) {
    return new SweepReport(Drift.NONE, Drift.NONE, List.of(why));
  }
}
