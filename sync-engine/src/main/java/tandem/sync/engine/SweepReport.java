package tandem.sync.engine;

import java.util.List;

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
   * @param missed of these, changes that no event had told of
   * @param underWay of these, unknown changes of the last two minutes: their event may yet come
   * @param calls remote calls made, one a page
   */
  public record Drift(int looked, int missed, int underWay, int calls) {
    static final Drift NONE = new Drift(0, 0, 0, 0);
  }

  /** Nothing was looked at. */
  static SweepReport notBegun(String why) {
    return new SweepReport(Drift.NONE, Drift.NONE, List.of(why));
  }
}
