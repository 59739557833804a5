package tandem.sandbox.linear.graphql;

import java.time.InstantSource;
import java.util.function.Supplier;
import tandem.sandbox.linear.state.Site;
import tandem.sandbox.linear.state.Workspace;

/**
 * What all requests share.
 *
 * @param site where the workspace's pages are
 */
public record Premises(Workspace workspace, Site site, Outside outside, Habits habits) {

  /** What comes in from outside: the time, and new ids (UUID version 4). */
  public record Outside(InstantSource clock, Supplier<String> ids) {}

  /**
   * Behaviours of Linear that nobody has measured, to be chosen by a test.
   *
   * @param swapInOneUpdate whether one update may add a label of a group and remove its sibling
   */
  public record Habits(boolean swapInOneUpdate) {}
}
