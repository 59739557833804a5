package tandem.sync.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static tandem.sync.http.Outcomes.value;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tandem.sandbox.fault.Fault;
import tandem.sandbox.linear.LinearSettings;
import tandem.sync.document.DecisionMarkdown;
import tandem.sync.document.Passages;
import tandem.sync.model.Decision;
import tandem.sync.model.DecisionId;
import tandem.sync.model.Held;
import tandem.sync.model.IssueId;
import tandem.sync.model.Topic;
import tandem.sync.replica.Cursor;
import tandem.sync.replica.DecisionChange;
import tandem.sync.replica.ListedDecision;
import tandem.sync.replica.Observation;
import tandem.sync.replica.Outcome;
import tandem.sync.replica.RemoteFailure;

/** What only Linear has: titles, the bin, comments that ask for a decision, on the sandbox. */
class LinearDecisionTest {
  private static final DecisionId ID = new DecisionId("d-1");

  private final LinearBench linear = new LinearBench(LinearSettings.defaults());
  private final IssueId issue = linear.create(Optional.empty());

  @AfterEach
  void everyOperationFittedTheSchema() {
    assertThat(linear.linear().validationErrors()).isZero();
    linear.close();
  }

  @Test
  void aPersonSeesADocumentWithATitleAndNoHeadingOfIt() {
    String ref = write("# Use it\n\n## Context\n\nSlow.\n").original().ref();
    assertThat(linear.title(ref)).isEqualTo("Decision: Use it");
    assertThat(linear.content(ref)).isEqualTo("## Context\n\nSlow.");
  }

  @Test
  void aDocumentOfOursThatAPersonTitlesOtherwiseStaysOurs() {
    String ref = write("# Use it\n").original().ref();
    linear.edit(ref, "Which database?", "Text");
    assertThat(legible(ID, Set.of(ID)).decision().title().written()).isEqualTo("Which database?");
    assertThat(log(Set.of())).as("to whom nothing is known").isEmpty();
  }

  @Test
  void aDocumentThatAPersonBeganStaysADecisionUnderAnyTitle() {
    DecisionId id = new DecisionId(linear.document(issue, "decision :  Use it", "Text"));
    assertThat(legible(id, Set.of()).decision().title().written()).isEqualTo("Use it");
    linear.edit(id.value(), "Which database?", "Text");
    assertThat(legible(id, Set.of(id)).decision().title().written()).isEqualTo("Which database?");
  }

  @Test
  void aCommentThatBeginsWithTheCommandBecomesADocumentOnce() {
    linear.comment(issue, "/decision Use PostgreSQL\n\n## Context\n\nIt is slow.");
    var first = log(Set.of());
    int calls = linear.calls();
    assertThat(log(Set.of())).isEqualTo(first);
    assertThat(linear.calls() - calls).as("nothing is made twice").isEqualTo(1);
    assertThat(first.values())
        .singleElement()
        .isInstanceOfSatisfying(
            Held.Legible.class,
            held -> {
              assertThat(held.decision().title().written()).isEqualTo("Use PostgreSQL");
              assertThat(held.decision().body(Topic.CONTEXT)).hasSize(1);
              assertThat(linear.title(held.original().ref())).isEqualTo("Decision: Use PostgreSQL");
            });
  }

  @Test
  void aCommandIsListedByTheNameOfTheDocumentThatItBecomes() {
    linear.comment(issue, "/decision Use PostgreSQL");
    linear.comment(issue, "/decisions of last year");
    List<ListedDecision> asked = listed();
    var made = log(Set.of()).values().iterator().next().original().ref();
    assertThat(asked)
        .containsExactly(new ListedDecision(issue, made, Optional.empty(), true, true));
    assertThat(listed()).extracting(ListedDecision::ref).containsExactly(made, made);
  }

  @Test
  void aDocumentWithAnotherTitleIsListedAsWhatItsNameMakesIt() {
    String ref = linear.document(issue, "Notes", "Text");
    assertThat(listed())
        .singleElement()
        .satisfies(it -> {
          assertThat(it.ref()).isEqualTo(ref);
          assertThat(it.isTitled()).isFalse();
        });
  }

  private List<ListedDecision> listed() {
    return value(linear.replica().decisionsSince(Instant.EPOCH, Cursor.START)).items();
  }

  @Test
  void aCommandWhoseDocumentAPersonThrewAwayIsNotObeyedAgain() {
    linear.comment(issue, "/decision Use PostgreSQL");
    Held made = log(Set.of()).values().iterator().next();
    linear.trash(made.original().ref());
    assertThat(log(Set.of())).isEmpty();
  }

  @Test
  void wordsThatOnlyLookLikeTheCommandAreNot() {
    linear.comment(issue, "/decisions of last year");
    linear.comment(issue, "We need a /decision here");
    assertThat(log(Set.of())).isEmpty();
    assertThat(LinearCommands.isCommand("/Decision: Use it")).isTrue();
    assertThat(LinearCommands.asked("/decision: Use it\\\nText").title())
        .isEqualTo("Decision: Use it");
    assertThat(LinearCommands.asked("/decision").title()).isEqualTo("Decision:");
  }

  @Test
  void anUpdateOfWhatLiesInTheBinLeavesItThere() {
    Held.Legible held = write("# Use it\n");
    linear.trash(held.original().ref());
    Decision edited = held.decision().withTitle(Passages.line("Use that"));
    var write = new DecisionChange.Write(edited, Optional.of(held.original()));
    assertThat(value(linear.replica().apply(issue, write))).isEmpty();
    assertThat(log(Set.of(ID))).isEmpty();
  }

  @Test
  void aSecondCreateDoesNotOverruleAPersonWhoEditedTheFirst() {
    String ref = write("# Use it\n").original().ref();
    linear.edit(ref, "Decision: Use that", "By Ada");
    Held.Legible stands = write("# Use it\n");
    assertThat(stands.decision().title().written()).isEqualTo("Use that");
    assertThat(linear.content(ref)).isEqualTo("By Ada");
  }

  @Tag("V07")
  @Test
  void aDocumentThatHangsOnAnotherIssueByNowIsNotTakenBack() {
    String ref = write("# Use it\n").original().ref();
    linear.hang(ref, linear.create(Optional.empty()));
    var write =
        new DecisionChange.Write(
            DecisionMarkdown.read(ID, "# Use it\n").decision(), Optional.empty());
    assertThat(linear.replica().apply(issue, write))
        .isInstanceOfSatisfying(
            Outcome.Failed.class,
            failed -> assertThat(failed.failure()).isInstanceOf(RemoteFailure.Rejected.class));
  }

  @Test
  void theIssueOfADocumentIsFound() {
    String ref = write("# Use it\n").original().ref();
    assertThat(value(linear.replica().issueOf(ref))).contains(issue);
    assertThat(value(linear.replica().issueOf(linear.absent().value()))).isEmpty();
  }

  @Tag("V04")
  @Test
  void aDocumentThatIsTooLongForJiraIsNotRead() {
    DecisionId id =
        new DecisionId(linear.document(issue, "Decision: long", "word ".repeat(200_000)));
    assertThat(log(Set.of()).get(id))
        .isInstanceOfSatisfying(
            Held.Illegible.class, it -> assertThat(it.why()).contains("longer than Jira"));
  }

  @Tag("V05")
  @Test
  void whatWouldSwallowTheRestIsNotSent() {
    Decision decision =
        DecisionMarkdown.read(ID, "# T\n\n## Context\n\n```\nnever closed\n").decision();
    var section = DecisionMarkdown.read(ID, "## Security\n\nNone.\n").decision().sections();
    Decision swallowing =
        decision.withSections(
            java.util.stream.Stream.concat(decision.sections().stream(), section.stream())
                .toList());
    int calls = linear.calls();
    assertThat(
            linear.replica().apply(issue, new DecisionChange.Write(swallowing, Optional.empty())))
        .isInstanceOfSatisfying(
            Outcome.Failed.class,
            failed -> assertThat(failed.failure().why()).contains("never closed"));
    assertThat(linear.calls()).isEqualTo(calls);
  }

  @Tag("V06")
  @Test
  void whatIsNotUnderstoodIsCarriedAsItIs() {
    String odd = "## Mood\n\n<b>bell</b> \u0007 rings\n\n<!-- aside -->\n";
    Held.Legible stands = write("---\nmood: good\n---\n\n# T\n\n" + odd);
    assertThat(linear.content(stands.original().ref()))
        .isEqualTo("```yaml\nmood: good\n```\n\n" + odd.strip());
  }

  @Tag("V08")
  @Test
  void aCommandThatLinearRefusesIsTold() {
    linear.comment(issue, "/decision Use it");
    linear.linear().nemesis().next("POST /graphql CreateDocument", new Fault.RateLimited("400"));
    assertThat(linear.replica().read(issue, Set.of())).isInstanceOf(Outcome.Failed.class);
    assertThat(log(Set.of())).as("a passing refusal is tried again").hasSize(1);
    assertThat(refused()).contains("begins with /decision", "Linear refuses");
  }

  /** What stands in the log for a comment when Linear says a definite no. */
  private static String refused() {
    try (LinearDouble strict = new LinearDouble()) {
      strict
          .answers(
              """
              {"data": {"issue": {"__typename": "Issue", "id": "issue-1", "identifier": "CHK-7",
                "updatedAt": "2026-11-20T07:42:34.123Z", "archivedAt": null, "trashed": null,
                "team": {"id": "team-1"}, "labelIds": [],
                "documents": {"nodes": [], "pageInfo": {"hasNextPage": false, "endCursor": null}},
                "comments": {"nodes": [{"id": "c-1", "body": "/decision Use it",
                  "createdAt": "2026-11-20T07:42:34.123Z"}]}}}}
              """)
          .refuses(200, "INPUT_ERROR", "title is not allowed");
      var seen =
          (Observation.Present) value(strict.replica().read(new IssueId("issue-1"), Set.of()));
      Held held = seen.log().orElseThrow().decisions().values().iterator().next();
      return ((Held.Illegible) held).why();
    }
  }

  private Held.Legible write(String markdown) {
    Decision decision = DecisionMarkdown.read(ID, markdown).decision();
    return (Held.Legible)
        value(linear.replica().apply(issue, new DecisionChange.Write(decision, Optional.empty())))
            .orElseThrow();
  }

  private Held.Legible legible(DecisionId id, Set<DecisionId> known) {
    return (Held.Legible) log(known).get(id);
  }

  private java.util.SortedMap<DecisionId, Held> log(Set<DecisionId> known) {
    return ((Observation.Present) value(linear.replica().read(issue, known)))
        .log()
        .orElseThrow()
        .decisions();
  }
}
