package tandem.sync.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static tandem.sync.http.Outcomes.value;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tandem.sandbox.linear.LinearSettings;
import tandem.sync.model.Budget;
import tandem.sync.model.DecisionLog;
import tandem.sync.model.IssueId;
import tandem.sync.replica.Change;
import tandem.sync.replica.Cursor;
import tandem.sync.replica.Listed;
import tandem.sync.replica.Observation;
import tandem.sync.replica.Outcome;
import tandem.sync.replica.TwinDraft;

/** What the contract does not ask: labels, hints, webhooks, on the sandbox's Linear. */
class LinearSandboxTest {
  private static final Budget FEATURES = new Budget("features");
  private static final Budget HEALTH = new Budget("system-health");

  private final LinearBench linear = new LinearBench(LinearSettings.defaults());

  @AfterEach
  void everyOperationFittedTheSchema() {
    assertThat(linear.linear().validationErrors()).isZero();
    linear.close();
  }

  @Test
  void aSecondConnectionFindsTheLabelsOfTheFirst() {
    assertThat(linear.labelsAgain()).isEqualTo(linear.team().labelIds());
  }

  @Test
  void theGroupLetsAnIssueCarryOneBudgetOnly() {
    IssueId issue = linear.create(Optional.of(FEATURES));

    linear.choose(issue, HEALTH);

    assertThat(linear.tags(issue)).containsExactly(HEALTH);
  }

  @Test
  void aListingShowsWhatPointsAtTheTwin() {
    IssueId attached = linear.create(Optional.empty());
    IssueId synced = linear.create(Optional.empty());
    linear.attach(attached, "https://shop.example/browse/SHOP-12");
    linear.linear().seed().syncedWithJira(synced.value(), "SHOP-13", "10000");

    var page = value(linear.replica().changedSince(Instant.EPOCH, Cursor.START));
    assertThat(page.items())
        .extracting(listed -> listed.issue().issue(), Listed::twinHints)
        .contains(
            tuple(attached, Set.of("https://shop.example/browse/SHOP-12")),
            tuple(synced, Set.of("SHOP-13")));
  }

  @Test
  void theAddressOfAJiraIssueIsFoundAmongManyAttachments() {
    IssueId issue = linear.create(Optional.empty());
    for (int i = 0; i < 8; i++) {
      linear.attach(issue, "https://wiki.example/page/" + i);
    }
    linear.attach(issue, "https://shop.example/browse/SHOP-12");
    for (int i = 8; i < 16; i++) {
      linear.attach(issue, "https://wiki.example/page/" + i);
    }
    assertThat(value(linear.replica().changedSince(Instant.EPOCH, Cursor.START)).items())
        .singleElement()
        .extracting(Listed::twinHints)
        .isEqualTo(Set.of("https://shop.example/browse/SHOP-12"));
  }

  @Test
  void whatLinearsOwnSyncSaysCountsAlone() {
    IssueId synced = linear.create(Optional.empty());
    linear.attach(synced, "https://shop.example/browse/SHOP-12");
    linear.linear().seed().syncedWithJira(synced.value(), "SHOP-13", "10000");

    var page = value(linear.replica().changedSince(Instant.EPOCH, Cursor.START));
    assertThat(page.items())
        .extracting(Listed::twinHints, Listed::nativelySynced)
        .containsExactly(tuple(Set.of("SHOP-13"), true));
  }

  @Test
  void aListingSaysOfAnIssueWithoutDocumentsAndCommandsThatItHasNoDecisions() {
    IssueId bare = linear.create(Optional.empty());
    linear.comment(bare, "We need a /decision here");
    IssueId written = linear.create(Optional.empty());
    linear.document(written, "Notes", "Text");
    IssueId thrownAway = linear.create(Optional.empty());
    linear.trash(linear.document(thrownAway, "Decision: Use it", "Text"));
    IssueId asked = linear.create(Optional.empty());
    linear.comment(asked, "/Decision Use it");

    var page = value(linear.replica().changedSince(Instant.EPOCH, Cursor.START));
    assertThat(page.items())
        .extracting(listed -> listed.issue().issue(), listed -> listed.issue().log())
        .containsExactlyInAnyOrder(
            tuple(bare, Optional.of(DecisionLog.EMPTY)),
            tuple(written, Optional.empty()),
            tuple(thrownAway, Optional.empty()),
            tuple(asked, Optional.empty()));
  }

  @Test
  void severalIssuesAreReadAtOnceByIdAndByIdentifierAndWhatIsGoneIsMissing() {
    IssueId one = linear.create(Optional.of(FEATURES));
    IssueId two = linear.create(Optional.empty());
    IssueId gone = linear.create(Optional.empty());
    linear.archive(gone);
    var second = (Observation.Present) value(linear.replica().read(two));
    assertThat(
            value(
                linear
                    .replica()
                    .readAll(
                        List.of(one.value(), second.key(), gone.value(), "ELSE-1", "no name"))))
        .containsExactlyInAnyOrder((Observation.Present) value(linear.replica().read(one)), second);
    assertThat(value(linear.replica().readAll(List.of("no name")))).isEmpty();
  }

  @Test
  void anArchivedIssueIsGoneUntilItIsRestored() {
    IssueId issue = linear.create(Optional.of(FEATURES));

    linear.archive(issue);
    assertThat(value(linear.replica().read(issue))).isEqualTo(new Observation.Gone(issue));

    linear.restore(issue);
    assertThat(value(linear.replica().read(issue))).isInstanceOf(Observation.Present.class);
  }

  @Test
  @Tag("H06")
  void aLabelThatWasDeletedIsToldFromOneThatIsThere() {
    assertThat(value(linear.replica().has(FEATURES))).isTrue();
    linear.deleteLabel(FEATURES);
    assertThat(value(linear.replica().has(FEATURES))).isFalse();
  }

  @Test
  void aTwinIsCreatedOnceHoweverOftenItIsTried() {
    TwinDraft draft =
        new TwinDraft(
            new IssueId("10001"), "Pay later", URI.create("https://shop.example/browse/SHOP-1"));
    var made = (Observation.Present) value(linear.replica().create(draft, false));
    var found = (Observation.Present) value(linear.replica().create(draft, true));
    assertThat(found).isEqualTo(made);
    var page = value(linear.replica().changedSince(Instant.EPOCH, Cursor.START));
    assertThat(page.items())
        .extracting(Listed::twinHints)
        .containsExactly(Set.of("https://shop.example/browse/SHOP-1"));
    assertThat(value(linear.replica().draft(made.issue())).title()).isEqualTo("Pay later");
    linear.archive(made.issue());
    assertThat(value(linear.replica().create(draft, true)))
        .as("it was created and put away: no second one")
        .isEqualTo(new Observation.Gone(made.issue()));
  }

  @Test
  @Tag("G05")
  void aRenamedLabelIsStillTheSameBudget() {
    IssueId issue = linear.create(Optional.of(FEATURES));
    linear.renameLabel(FEATURES, "Shiny things");
    var seen = (Observation.Present) value(linear.replica().read(issue));
    assertThat(seen.snapshot().budgets()).containsExactly(FEATURES);
  }

  @Test
  @Tag("G06")
  void aDeletedLabelIsSaidToBeDeletedAndCreatedAnewWithTheMapping() {
    IssueId issue = linear.create(Optional.empty());
    linear.deleteLabel(FEATURES);
    var put = new Change.Retag(new TreeSet<>(Set.of(FEATURES)), new TreeSet<>());
    assertThat(linear.replica().apply(issue, put))
        .isInstanceOfSatisfying(
            Outcome.Failed.class,
            failed ->
                assertThat(failed.failure())
                    .asString()
                    .contains("was deleted in Linear", "save the mapping again"));
    var anew = linear.labelsAgain();
    assertThat(anew.keySet()).containsExactlyInAnyOrder(FEATURES, HEALTH);
    assertThat(linear.labelsAgain()).as("once").isEqualTo(anew);
    assertThat(linear.replica().apply(issue, put)).isInstanceOf(Outcome.Done.class);
    assertThat(linear.tags(issue)).containsExactly(FEATURES);
  }

  @Test
  void anIssueThatMovedToAnotherTeamIsGone() {
    IssueId issue = linear.create(Optional.of(FEATURES));

    linear.move(issue, linear.linear().seed().team("OPS", "Operations"));

    assertThat(value(linear.replica().read(issue))).isEqualTo(new Observation.Gone(issue));
  }

  @Test
  void aWebhookSaysWhatAReadWouldSay() throws Exception {
    IssueId issue = linear.create(Optional.of(FEATURES));
    try (MockWebServer app = new MockWebServer()) {
      app.start();
      app.enqueue(new MockResponse.Builder().build());
      linear.sendWebhooksTo(app.url("/webhooks/linear").toString());

      linear.choose(issue, HEALTH);

      byte[] body = app.takeRequest(10, TimeUnit.SECONDS).getBody().toByteArray();
      assertThat(LinearEvent.parse(body))
          .isInstanceOfSatisfying(
              LinearEvent.IssueSeen.class,
              seen ->
                  assertThat(linear.team().observed(seen))
                      .isEqualTo(value(linear.replica().read(issue))));
    }
  }

  @Test
  void aDecisionInAWebhookIsWhatAReadGives() throws Exception {
    IssueId issue = linear.create(Optional.empty());
    try (MockWebServer app = new MockWebServer()) {
      app.start();
      app.enqueue(new MockResponse.Builder().build());
      linear.sendWebhooksTo(app.url("/webhooks/linear").toString());

      linear.document(issue, "Decision: Use it", "- one");

      byte[] body = app.takeRequest(10, TimeUnit.SECONDS).getBody().toByteArray();
      var seen = (LinearEvent.DecisionSeen) LinearEvent.parse(body);
      var read = (Observation.Present) value(linear.replica().read(issue, Set.of()));
      read.log()
          .orElseThrow()
          .decisions()
          .forEach((id, held) ->
              assertThat(LinearEvent.DecisionSeen.read(id, seen.seen())).isEqualTo(held));
      assertThat(read.log().orElseThrow().decisions()).hasSize(1);
    }
  }
}
