package tandem.sync.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tandem.sync.model.DecisionId;
import tandem.sync.model.InstallationId;
import tandem.sync.model.IssueId;
import tandem.sync.model.LinkId;
import tandem.sync.model.MappingId;
import tandem.sync.model.Side;
import tandem.sync.store.DriftLog.Place;
import tandem.sync.store.LinkStore.Ends;
import tandem.sync.store.Revisits.Stop;

/** What every {@link Revisits} does. */
abstract class RevisitsContract {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final InstallationId SITE = new InstallationId(7);
  private static final MappingId MAPPING = new MappingId(3);
  private static final Place LEFT = new Place(SITE, MAPPING, Side.LEFT);

  private Revisits revisits;
  private LinkStore links;

  protected record Opened(Revisits revisits, LinkStore links) {}

  protected abstract Opened open();

  @BeforeEach
  void openEmpty() {
    Opened opened = open();
    revisits = opened.revisits();
    links = opened.links();
  }

  @Test
  void aLinkThatWasJustMadeIsNotDue() {
    LinkId link = link("1", NOON);
    assertThat(revisits.due(LEFT, NOON, 9)).isEmpty();
    assertThat(revisits.due(LEFT, NOON.plusSeconds(1), 9))
        .containsExactly(new Stop(link, new IssueId("l1")));
  }

  @Test
  void theOneThatWaitedLongestComesFirst() {
    LinkId first = link("1", NOON);
    LinkId second = link("2", NOON.plusSeconds(1));
    revisits.visited(first, Side.LEFT, NOON.plusSeconds(2));
    assertThat(revisits.due(LEFT, NOON.plusSeconds(9), 9))
        .extracting(Stop::link)
        .containsExactly(second, first);
    assertThat(revisits.due(LEFT, NOON.plusSeconds(9), 1))
        .extracting(Stop::link)
        .containsExactly(second);
  }

  @Test
  void eachSideHasAVisitOfItsOwnAndTheLastOneCounts() {
    LinkId link = link("1", NOON);
    revisits.visited(link, Side.LEFT, NOON.plusSeconds(2));
    revisits.visited(link, Side.LEFT, NOON.plusSeconds(5));
    assertThat(revisits.due(LEFT, NOON.plusSeconds(5), 9)).isEmpty();
    assertThat(revisits.due(new Place(SITE, MAPPING, Side.RIGHT), NOON.plusSeconds(5), 9))
        .containsExactly(new Stop(link, new IssueId("r1")));
  }

  @Test
  void linksWithDecisionsCanBeAskedForAlone() {
    LinkId bare = link("1", NOON);
    LinkId deciding = link("2", NOON.plusSeconds(1));
    Sight sight = Sight.gone(NOON);
    links.decisions().observed(deciding, Side.RIGHT, new DecisionId("d-1"), sight);
    Instant later = NOON.plusSeconds(9);
    assertThat(revisits.due(LEFT, later, 9)).extracting(Stop::link).containsExactly(bare, deciding);
    assertThat(revisits.dueWithDecisions(LEFT, later, 9))
        .extracting(Stop::link)
        .containsExactly(deciding);
  }

  @Test
  void anotherTenantOrMappingHasNothingToVisit() {
    LinkId unused = link("1", NOON);
    Instant later = NOON.plusSeconds(9);
    assertThat(revisits.due(new Place(new InstallationId(8), MAPPING, Side.LEFT), later, 9))
        .isEmpty();
    assertThat(revisits.due(new Place(SITE, new MappingId(4), Side.LEFT), later, 9)).isEmpty();
  }

  @Test
  void aVisitOfALinkThatIsGoneIsNothing() {
    revisits.visited(new LinkId(99), Side.LEFT, NOON);
    assertThat(revisits.due(LEFT, NOON.plusSeconds(9), 9)).isEmpty();
  }

  private LinkId link(String number, Instant madeAt) {
    Ends ends =
        new Ends(new IssueId("l" + number), "L-1", new IssueId("r" + number), "R-" + number);
    return ((Enrolment.Created) links.link(SITE, MAPPING, ends, madeAt)).link();
  }
}
