package tandem.sync.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tandem.sync.model.InstallationId;
import tandem.sync.model.IssueId;
import tandem.sync.model.LinkId;
import tandem.sync.model.MappingId;
import tandem.sync.model.Side;
import tandem.sync.store.LinkStore.Ends;

/** What every {@link Partings} does. */
abstract class PartingsContract {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final InstallationId SITE = new InstallationId(7);
  private static final InstallationId STRANGER = new InstallationId(8);
  private static final MappingId MAPPING = new MappingId(3);
  private static final IssueId LEFT = new IssueId("l1");
  private static final IssueId RIGHT = new IssueId("r1");

  private Partings partings;
  private LinkStore links;

  protected record Opened(Partings partings, LinkStore links) {}

  protected abstract Opened open();

  @BeforeEach
  void openEmpty() {
    Opened opened = open();
    partings = opened.partings();
    links = opened.links();
  }

  @Test
  void aPartedLinkIsGoneAndRemembered() {
    LinkId link = link(MAPPING, LEFT, RIGHT);
    assertThat(partings.part(STRANGER, link, NOON)).isFalse();
    assertThat(partings.part(SITE, link, NOON)).isTrue();
    assertThat(links.find(link)).isEmpty();
    assertThat(links.linkOf(SITE, Side.LEFT, LEFT)).isEmpty();
    assertThat(partings.areParted(SITE, LEFT, RIGHT)).isTrue();
    assertThat(partings.areParted(STRANGER, LEFT, RIGHT)).isFalse();
    assertThat(partings.areParted(SITE, LEFT, new IssueId("r2"))).isFalse();
    assertThat(partings.wasParted(SITE, Side.LEFT, LEFT)).isTrue();
    assertThat(partings.wasParted(SITE, Side.RIGHT, RIGHT)).isTrue();
    assertThat(partings.wasParted(SITE, Side.RIGHT, LEFT)).isFalse();
    assertThat(partings.wasParted(STRANGER, Side.LEFT, LEFT)).isFalse();
    assertThat(partings.part(SITE, link, NOON)).as("twice").isFalse();
  }

  @Test
  void theTwoCanBeReunitedAndPartedAgain() {
    partings.part(SITE, link(MAPPING, LEFT, RIGHT), NOON);
    partings.reunite(SITE, LEFT, RIGHT);
    assertThat(partings.areParted(SITE, LEFT, RIGHT)).isFalse();
    assertThat(partings.part(SITE, link(MAPPING, LEFT, RIGHT), NOON)).isTrue();
    assertThat(partings.areParted(SITE, LEFT, RIGHT)).isTrue();
  }

  @Test
  void aMappingIsRemovedWithAllThatIsKnownOfItAndNoOther() {
    link(MAPPING, LEFT, RIGHT);
    partings.part(SITE, link(MAPPING, new IssueId("l2"), new IssueId("r2")), NOON);
    LinkId other = link(new MappingId(4), new IssueId("l3"), new IssueId("r3"));
    assertThat(partings.removeMapping(STRANGER, MAPPING)).isZero();
    assertThat(partings.removeMapping(SITE, MAPPING)).isEqualTo(1);
    assertThat(links.linkOf(SITE, Side.RIGHT, RIGHT)).isEmpty();
    assertThat(partings.areParted(SITE, new IssueId("l2"), new IssueId("r2"))).isFalse();
    assertThat(links.find(other)).isPresent();
  }

  private LinkId link(MappingId mapping, IssueId left, IssueId right) {
    Ends ends = new Ends(left, left.value(), right, right.value());
    return ((Enrolment.Created) links.link(SITE, mapping, ends, NOON)).link();
  }
}
