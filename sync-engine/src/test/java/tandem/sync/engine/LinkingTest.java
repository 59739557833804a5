package tandem.sync.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static tandem.sync.engine.World.A;
import static tandem.sync.engine.World.B;
import static tandem.sync.engine.World.MAPPING;
import static tandem.sync.engine.World.SITE;
import static tandem.sync.engine.World.tags;

import java.util.Set;
import org.junit.jupiter.api.Test;
import tandem.sync.engine.Linking.Result;
import tandem.sync.engine.World.Pair;
import tandem.sync.model.InstallationId;
import tandem.sync.model.IssueId;
import tandem.sync.model.LinkId;
import tandem.sync.model.Side;
import tandem.sync.replica.Outcome;
import tandem.sync.replica.RemoteFailure;

class LinkingTest {
  private final World world = new World();
  private final Linking linking = new Linking(world.durable, world.partings, world::open);
  private final IssueId left = world.left.create("1", Set.of(), Set.of());
  private final IssueId right = world.right.create("2", Set.of(), Set.of());
  private final Pair pair = new Pair(left, right);

  @Test
  void twoIssuesThatAPersonLinksAreMirroredFromThenOn() {
    assertThat(linked("LEFT-1", "RIGHT-2")).isEqualTo(world.link(pair));
    world.edit(Side.LEFT, pair, A);
    world.settle();
    assertThat(world.tags(pair)).containsOnly(tags(A));
  }

  @Test
  void linkingTheSameTwoAgainIsTheSameLink() {
    assertThat(linked("LEFT-1", "RIGHT-2")).isEqualTo(linked("LEFT-1", "RIGHT-2"));
  }

  @Test
  void anIssueThatHasATwinIsRefusedWithWords() {
    linked("LEFT-1", "RIGHT-2");
    world.right.create("3", Set.of(), Set.of());
    assertThat(refused("LEFT-1", "RIGHT-3")).contains("linked to another issue", "Remove");
    assertThat(world.links.linkOf(SITE, Side.RIGHT, right)).contains(world.link(pair));
  }

  @Test
  void anIssueThatIsNotThereIsNamed() {
    assertThat(refused("LEFT-7", "RIGHT-2")).startsWith("LEFT-7 is not there");
    assertThat(refused("LEFT-1", "RIGHT-7")).startsWith("RIGHT-7 is not there");
  }

  @Test
  void aPairIsTakenApartAndBothIssuesStayAsTheyAre() {
    LinkId link = linked("LEFT-1", "RIGHT-2");
    world.edit(Side.LEFT, pair, A);
    world.settle();
    assertThat(linking.unlink(new InstallationId(99), link)).as("a stranger").isFalse();
    assertThat(linking.unlink(SITE, link)).isTrue();
    world.edit(Side.RIGHT, pair, B);
    world.settle();
    assertThat(world.left.tags(left)).isEqualTo(tags(A));
    assertThat(world.right.tags(right)).isEqualTo(tags(B));
  }

  @Test
  void aPersonMayLinkAgainWhatWasTakenApart() {
    linking.unlink(SITE, linked("LEFT-1", "RIGHT-2"));
    linked("LEFT-1", "RIGHT-2");
    assertThat(world.partings.areParted(SITE, left, right)).isFalse();
  }

  @Test
  void aPausedMappingLinksNothing() {
    world.pause("no grant");
    Outcome<Result> outcome = link("LEFT-1", "RIGHT-2");
    assertThat(outcome)
        .isEqualTo(new Outcome.Failed<Result>(new RemoteFailure.AccessGone("no grant")));
  }

  private LinkId linked(String leftKey, String rightKey) {
    return ((Result.Linked) ((Outcome.Done<Result>) link(leftKey, rightKey)).value()).link();
  }

  private String refused(String leftKey, String rightKey) {
    return ((Result.Refused) ((Outcome.Done<Result>) link(leftKey, rightKey)).value()).why();
  }

  private Outcome<Result> link(String leftKey, String rightKey) {
    return linking.link(new Linking.Wish(SITE, MAPPING, leftKey, rightKey));
  }
}
