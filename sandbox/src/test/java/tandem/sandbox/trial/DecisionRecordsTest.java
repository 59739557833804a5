package tandem.sandbox.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tandem.sandbox.http.Json;
import tandem.sandbox.stage.Deciders;
import tandem.sandbox.stage.Pair;
import tandem.sandbox.stage.Tracker;

/** Words that were overwritten are found in what the app kept, and nowhere else. */
class DecisionRecordsTest {
  private static final Pair PAIR = new Pair(0, "10000", "LOAD-1", "twin");
  private static final Instant START = Instant.parse("2026-11-20T09:00:00Z");

  private final Losses losses = new Losses();

  @Test
  void aWordInAReceiptOfItsSideIsAccountedFor() {
    var records = new DecisionRecords(List.of(receipt("jira", 1, 2, 5)), List.of(), losses);
    assertThat(records.accountFor(edit(Tracker.JIRA, 0, 1, 1))).isTrue();
    assertThat(records.accountFor(edit(Tracker.JIRA, 0, 1, 2))).as("never overwritten").isFalse();
    assertThat(records.accountFor(edit(Tracker.LINEAR, 0, 1, 1))).as("elsewhere").isFalse();
  }

  @Test
  void aWordOnItsSideOfAConflictIsAccountedFor() {
    var records = new DecisionRecords(List.of(), List.of(conflict(1, 2)), losses);
    assertThat(records.accountFor(edit(Tracker.JIRA, 0, 1, 1))).isTrue();
    assertThat(records.accountFor(edit(Tracker.LINEAR, 0, 1, 2))).isTrue();
    assertThat(records.accountFor(edit(Tracker.JIRA, 0, 1, 2))).isFalse();
    assertThat(records.conflicted()).extracting(Account.Clash::jiraKey).containsExactly("LOAD-1");
  }

  @Test
  void anEditCountsAsMirroredOnlyBetweenItselfAndWhoSawIt() {
    var edit = edit(Tracker.JIRA, 1, 1, 2);
    var seenBy = edit(Tracker.LINEAR, 9, 2, 3);
    assertThat(with(receipt("linear", 1, 2, 5)).mirrored(edit, seenBy)).isTrue();
    assertThat(with(receipt("linear", 1, 2, 10)).mirrored(edit, seenBy)).isFalse();
    assertThat(with(receipt("linear", 1, 4, 5)).mirrored(edit, seenBy)).isFalse();
    assertThat(with(receipt("jira", 1, 2, 5)).mirrored(edit, seenBy)).isFalse();
  }

  @Test
  void inLinearAWordIsUntoldWhereTheEventOfTheWriteThatReplacedItIsLost() {
    var edit = edit(Tracker.LINEAR, 1, 1, 2);
    losses.add(loss(1, Tracker.LINEAR, Map.of("data", text(2), "updatedFrom", text(1))));
    assertThat(isUntold(edit)).as("only its own event is lost").isFalse();
    losses.add(loss(1, Tracker.LINEAR, Map.of("data", text(3), "updatedFrom", text(2))));
    assertThat(isUntold(edit)).isTrue();
  }

  @Test
  void inJiraAWordIsUntoldWhereAnEventOfItsDecisionIsLostRightAfterIt() {
    var edit = edit(Tracker.JIRA, 5, 1, 2);
    losses.add(loss(4, Tracker.JIRA, Map.of("property", "tandem.decision.pair-0")));
    losses.add(loss(8, Tracker.JIRA, Map.of("property", "tandem.decision.pair-0")));
    losses.add(loss(6, Tracker.JIRA, Map.of("property", "tandem.decision.pair-01")));
    assertThat(isUntold(edit)).isFalse();
    losses.add(loss(6, Tracker.JIRA, Map.of("property", "tandem.decision.pair-0")));
    assertThat(isUntold(edit)).isTrue();
    losses.forget();
    assertThat(isUntold(edit)).isFalse();
  }

  /** With a write right after the edit, over the word that stood there before. */
  private boolean isUntold(Edit edit) {
    String side = edit.side() == Tracker.JIRA ? "jira" : "linear";
    int second = (int) edit.at().minusMillis(START.toEpochMilli()).getEpochSecond();
    var none = new DecisionRecords(List.of(), List.of(), losses);
    var later = with(receipt(side, 1, 3, second + 3));
    var seen = with(receipt(side, 2, 3, second + 1));
    assertThat(none.isUntold(edit) || later.isUntold(edit) || seen.isUntold(edit)).isFalse();
    return with(receipt(side, 1, 3, second + 1)).isUntold(edit);
  }

  private static Map<String, String> text(int word) {
    return Map.of("content", "It is " + Deciders.word(word) + ".");
  }

  private static Losses.Loss loss(int second, Tracker side, Map<String, ?> body) {
    return new Losses.Loss(START.plusSeconds(second), side, Json.tree(body).toString());
  }

  private DecisionRecords with(JsonNode receipt) {
    return new DecisionRecords(List.of(receipt), List.of(), losses);
  }

  private static Edit edit(Tracker side, int second, int before, int value) {
    return new Edit(
        START.plusSeconds(second),
        PAIR,
        side,
        new TreeSet<>(List.of(Deciders.word(before))),
        new TreeSet<>(List.of(Deciders.word(value))));
  }

  private static JsonNode receipt(String side, int before, int after, int second) {
    return Json.tree(
        Map.of(
            "jira", PAIR.jiraKey(),
            "side", side,
            "before", Map.of("body", "It is " + Deciders.word(before) + "."),
            "after", Map.of("body", "It is " + Deciders.word(after) + "."),
            "appliedAt", START.plusSeconds(second).toString()));
  }

  @Test
  void whatIsKeptSinceNobodyCanTellIsCountedByItself() {
    var records =
        new DecisionRecords(List.of(), List.of(conflict("D24", 1, 2), conflict(3, 4)), losses);
    assertThat(records.inDoubt()).isEqualTo(1);
    assertThat(records.conflicted()).hasSize(1);
    assertThat(records.accountFor(edit(Tracker.JIRA, 0, 1, 1))).isTrue();
  }

  private static JsonNode conflict(int jira, int linear) {
    return conflict("D05", jira, linear);
  }

  private static JsonNode conflict(String row, int jira, int linear) {
    return Json.tree(
        Map.of(
            "jira",
            PAIR.jiraKey(),
            "row",
            row,
            "inJira",
            "It is " + Deciders.word(jira),
            "inLinear",
            "It is " + Deciders.word(linear)));
  }
}
