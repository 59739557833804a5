package tandem.app.project;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tandem.app.connection.IssueNews;
import tandem.app.lifecycle.Installation;
import tandem.sync.model.InstallationId;
import tandem.sync.model.IssueId;
import tandem.sync.replica.Outcome;
import tandem.sync.replica.RemoteFailure;

class ProjectReadingTest {
  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
  private static final ProjectFields FIELDS = new ProjectFields(List.of(), List.of());
  private static final Installation SITE =
      new Installation(
          new InstallationId(1), URI.create("https://one.example"), Optional.empty(), true);

  private final AtomicReference<Instant> time = new AtomicReference<>(NOW);
  private final Jira jira = new Jira();
  private final ProjectReading reading =
      new ProjectReading(jira, new SiteFields(jira, time::get), time::get);

  /** Answers every search as it is told to and remembers the questions. */
  private static final class Jira extends JiraQuestions {
    private final List<String> asked = new ArrayList<>();
    private Function<Search, Outcome<Page>> answer = search -> page(0, 0, Optional.empty());

    Jira() {
      super(null, new ObjectMapper());
    }

    @Override
    Outcome<ProjectFields> fields(Installation installation) {
      return new Outcome.Done<>(FIELDS);
    }

    @Override
    Outcome<Page> search(Installation installation, Search search, IssueReader reader) {
      asked.add(search.jql());
      return answer.apply(search);
    }
  }

  @Test
  void aSmallProjectIsReadWholeEachTime() {
    jira.answer = search -> page(0, 100, Optional.empty());
    Shelf first = read(Optional.empty());
    time.set(NOW.plusSeconds(60));
    read(Optional.of(first));
    assertThat(jira.asked)
        .containsExactly(
            "project = 10000 ORDER BY created DESC, id DESC",
            "project = 10000 ORDER BY created DESC, id DESC");
  }

  @Test
  void ofALargeOneOnlyWhatWasChangedIsReadAgainAndWhatWeWereToldOf() {
    Shelf first = large();
    reading.note(new IssueNews(SITE.id(), new IssueId("17")));
    reading.note(new IssueNews(SITE.id(), new IssueId("999999")));
    reading.note(new IssueNews(new InstallationId(2), new IssueId("18")));
    time.set(NOW.plusSeconds(90));
    jira.answer = search -> page(600, 1, Optional.empty());

    Shelf next = read(Optional.of(first));

    assertThat(jira.asked)
        .containsExactly(
            "project = 10000 AND (updated >= \"-3m\" OR id in (17)) ORDER BY created DESC, id"
                + " DESC");
    assertThat(next.issues())
        .hasSize(601)
        .first()
        .extracting(it -> it.name().id())
        .isEqualTo("600");
    assertThat(next.whole()).isEqualTo(NOW);
  }

  @Test
  void afterAQuarterOfAnHourALargeOneIsReadWholeAsWell() {
    Shelf first = large();
    time.set(NOW.plus(Duration.ofMinutes(15)));
    read(Optional.of(first));
    assertThat(jira.asked).singleElement().asString().doesNotContain("updated");
  }

  @Test
  void whereJiraRefusesAQuestionForADeletedIssueEverythingIsReadAgain() {
    Shelf first = large();
    time.set(NOW.plusSeconds(60));
    jira.answer =
        search ->
            search.jql().contains("updated")
                ? new Outcome.Failed<>(new RemoteFailure.Rejected("no such issue"))
                : page(0, 7, Optional.empty());
    assertThat(read(Optional.of(first)).issues()).hasSize(7);
  }

  @Test
  void noMoreThanTenThousandAreReadAndThePlaceSaysSo() {
    jira.answer =
        search -> {
          int from = search.token().map(Integer::parseInt).orElse(0);
          return page(from, 100, Optional.of(Integer.toString(from + 100)));
        };
    Shelf shelf = read(Optional.empty());
    assertThat(shelf.issues()).hasSize(10_000);
    assertThat(shelf.complete()).isFalse();
  }

  @Test
  void aFailureOnAnyPageIsAFailure() {
    jira.answer =
        search ->
            search.token().isPresent()
                ? new Outcome.Failed<>(new RemoteFailure.TrackerDown("away"))
                : page(0, 100, Optional.of("100"));
    assertThat(reading.read(SITE, "10000", Optional.empty())).isInstanceOf(Outcome.Failed.class);
  }

  private Shelf large() {
    jira.answer = search -> page(0, 600, Optional.empty());
    Shelf shelf = read(Optional.empty());
    jira.asked.clear();
    return shelf;
  }

  private Shelf read(Optional<Shelf> before) {
    return Answers.valueOf(reading.read(SITE, "10000", before));
  }

  private static Outcome<JiraQuestions.Page> page(int from, int count, Optional<String> next) {
    return new Outcome.Done<>(
        new JiraQuestions.Page(
            IntStream.range(from, from + count).mapToObj(ProjectReadingTest::issue).toList(),
            next));
  }

  private static ProjectIssue issue(int id) {
    return new ProjectIssue(
        new ProjectIssue.Name(Integer.toString(id), "SHOP-" + id, "Issue"),
        "Task",
        "To Do",
        true,
        Set.of(),
        Instant.EPOCH.plusSeconds(id),
        Optional.empty(),
        OptionalDouble.empty(),
        List.of(),
        IssueSummary.EMPTY,
        DecisionDigest.EMPTY);
  }
}
