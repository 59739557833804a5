package tandem.sync.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tandem.sync.model.Budget;
import tandem.sync.model.Draw;
import tandem.sync.model.InstallationId;
import tandem.sync.model.IssueId;
import tandem.sync.model.LinkId;
import tandem.sync.model.MappingId;
import tandem.sync.model.Ruling;
import tandem.sync.store.LinkStore.Ends;
import tandem.sync.store.Rulings.Author;
import tandem.sync.store.Rulings.Ending;
import tandem.sync.store.Rulings.Given;

/** What every {@link Rulings} does. */
abstract class RulingsContract {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Budget FEATURES = new Budget("features");
  private static final Budget HEALTH = new Budget("system-health");
  private static final Author ADMIN = new Author("admin-1", OptionalLong.empty());

  private Rulings rulings;
  private LinkId link;
  private LinkId other;

  /** Both parts of an implementation, empty. */
  protected record Opened(Rulings rulings, LinkStore links) {}

  protected abstract Opened open();

  @BeforeEach
  void openEmpty() {
    Opened opened = open();
    rulings = opened.rulings();
    link = linked(opened.links(), "1");
    other = linked(opened.links(), "2");
  }

  @Test
  void aRulingIsOpenWithAllItsValuesUntilItEnds() {
    assertThat(rulings.open(link)).isEmpty();
    rulings.give(link, choice(Draw.on(HEALTH)), ADMIN);
    assertThat(rulings.open(link).map(Given::ruling)).contains(choice(Draw.on(HEALTH)));
    assertThat(rulings.open(other)).isEmpty();
    rulings.end(rulings.open(link).orElseThrow().id(), Ending.DONE, NOON);
    assertThat(rulings.open(link)).isEmpty();
  }

  @Test
  void aRulingForNoBudgetIsKeptAsSuch() {
    rulings.give(link, choice(Draw.NONE), ADMIN);
    assertThat(rulings.open(link).orElseThrow().ruling().value()).isEqualTo(Draw.NONE);
  }

  @Test
  void aNewerRulingTakesThePlaceOfTheOpenOne() {
    rulings.give(link, choice(Draw.on(HEALTH)), ADMIN);
    long older = rulings.open(link).orElseThrow().id();
    rulings.give(link, choice(Draw.on(FEATURES)), ADMIN);
    assertThat(rulings.open(link).orElseThrow().ruling().value()).isEqualTo(Draw.on(FEATURES));
    rulings.end(older, Ending.DONE, NOON);
    assertThat(rulings.open(link)).as("ending the older one ends nothing").isPresent();
  }

  private static LinkId linked(LinkStore links, String number) {
    var ends = new Ends(new IssueId(number), "L-" + number, new IssueId("r" + number), "R");
    var made = links.link(new InstallationId(7), new MappingId(3), ends, NOON);
    return ((Enrolment.Created) made).link();
  }

  private static Ruling choice(Draw value) {
    return new Ruling(
        Ruling.Kind.CHOICE,
        value,
        new TreeSet<>(List.of(FEATURES)),
        new TreeSet<>(List.of(FEATURES, HEALTH)),
        NOON);
  }
}
