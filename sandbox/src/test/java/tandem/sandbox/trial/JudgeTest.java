package tandem.sandbox.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tandem.sandbox.http.Json;
import tandem.sandbox.stage.Pair;
import tandem.sandbox.stage.Tracker;

/** The judge must complain: a fault run whose judge is content with anything proves nothing. */
class JudgeTest {
  private static final Pair PAIR = new Pair(0, "10000", "LOAD-1", "twin");
  private static final Instant START = Instant.parse("2026-11-20T09:00:00Z");

  private final List<Edit> edits = new ArrayList<>();
  private final List<JsonNode> receipts = new ArrayList<>();
  private final List<JsonNode> conflicts = new ArrayList<>();

  private static SortedSet<String> set(String budget) {
    return new TreeSet<>(budget.isEmpty() ? List.of() : List.of(budget));
  }

  private static Instant second(int number) {
    return START.plusSeconds(number);
  }

  private void edit(int second, Tracker side, String before, String value) {
    edits.add(new Edit(second(second), PAIR, side, set(before), set(value)));
  }

  private void receipt(int second, String side, String before, String after) {
    receipts.add(
        Json.tree(
            Map.of(
                "jira", PAIR.jiraKey(),
                "side", side,
                "before", set(before),
                "after", set(after),
                "appliedAt", second(second).toString())));
  }

  private void conflict(String jira, String linear) {
    conflicts.add(
        Json.tree(
            Map.of(
                "jira", Map.of("key", PAIR.jiraKey(), "budgets", set(jira)),
                "linear", Map.of("key", "LOD-1", "budgets", set(linear)))));
  }

  @Test
  void aBudgetThatTheNextPersonSawBesideAnotherOneIsNotLost() {
    edit(1, Tracker.JIRA, "security", "health");
    var both = new TreeSet<>(List.of("health", "research"));
    edits.add(new Edit(second(2), PAIR, Tracker.JIRA, both, set("features")));
    assertThat(complaints("features")).isEmpty();
    edits.set(1, new Edit(second(2), PAIR, Tracker.JIRA, set("research"), set("features")));
    assertThat(complaints("features")).hasSize(1);
  }

  private List<String> complaints(String stands) {
    return judge(stands).complaints(edits);
  }

  private Judge judge(String stands) {
    return new Judge((pair, side) -> set(stands), new Records(receipts, conflicts, 0));
  }

  @Test
  void anEditThatStandsOnBothSidesIsFine() {
    edit(1, Tracker.JIRA, "", "speed");
    receipt(2, "linear", "", "speed");

    assertThat(complaints("speed")).isEmpty();
  }

  @Test
  void anEditThatIsGoneWithoutAReceiptIsLost() {
    edit(1, Tracker.JIRA, "", "speed");

    assertThat(complaints("")).isNotEmpty().first().asString().startsWith("lost without a trace");
  }

  @Test
  void anEditThatIsGoneFromItsSideWhenTheNextPersonComesIsLost() {
    edit(1, Tracker.JIRA, "", "speed");
    edit(5, Tracker.JIRA, "", "docs");

    assertThat(complaints("docs")).hasSize(1);
  }

  @Test
  void theOnlyEditMustStandEvenIfAReceiptTellsOfIt() {
    edit(1, Tracker.JIRA, "", "speed");
    receipt(2, "jira", "speed", "");

    assertThat(complaints("")).singleElement().asString().contains("but last was");
  }

  @Test
  void ofTwoEditsPastEachOtherOneMayLoseIfItStandsInAReceipt() {
    edit(1, Tracker.JIRA, "", "speed");
    edit(2, Tracker.LINEAR, "", "docs");
    receipt(3, "linear", "docs", "speed");

    assertThat(complaints("speed")).isEmpty();
  }

  @Test
  void orInAConflict() {
    edit(1, Tracker.JIRA, "", "speed");
    edit(2, Tracker.LINEAR, "", "docs");
    conflict("speed", "docs");

    assertThat(complaints("speed")).isEmpty();
    assertThat(judge("speed").unexplained(edits)).isEmpty();
  }

  @Test
  void anEditInKnowledgeOfTheOtherSideMustNotLose() {
    edit(1, Tracker.JIRA, "", "speed");
    receipt(2, "linear", "", "speed");
    edit(3, Tracker.LINEAR, "speed", "docs");
    receipt(4, "linear", "docs", "speed");

    assertThat(complaints("speed")).singleElement().asString().contains("but last was");
  }

  @Test
  void theSameChoiceByChanceIsNoKnowledge() {
    edit(1, Tracker.LINEAR, "", "speed");
    edit(2, Tracker.JIRA, "", "speed");
    edit(3, Tracker.LINEAR, "speed", "docs");
    receipt(4, "linear", "docs", "speed");

    assertThat(complaints("speed")).isEmpty();
  }

  @Test
  void aValueThatNobodyChoseIsWrong() {
    edit(1, Tracker.JIRA, "", "speed");
    edit(2, Tracker.LINEAR, "", "docs");
    conflict("speed", "docs");

    assertThat(complaints("health")).singleElement().asString().contains("[health] stands");
  }

  @Test
  void aConflictOfPeopleWhoSawEachOtherIsUnexplained() {
    edit(1, Tracker.JIRA, "", "speed");
    receipt(2, "linear", "", "speed");
    edit(3, Tracker.LINEAR, "speed", "docs");
    conflict("speed", "docs");

    assertThat(judge("docs").unexplained(edits)).singleElement().asString().startsWith("LOAD-1: ");
  }

  @Test
  void whatNothingEverToldTheAppOfIsCountedByItself() {
    edit(1, Tracker.LINEAR, "", "docs");
    edit(2, Tracker.JIRA, "", "speed");
    var records = new Untold(new Records(receipts, conflicts, 0));
    var lost = new Judge((pair, side) -> set("docs"), records).lost(edits);

    assertThat(lost.complaints()).isEmpty();
    assertThat(lost.untold()).isOne();
    var nobodys = new Judge((pair, side) -> set("health"), records).lost(edits);
    assertThat(nobodys.complaints()).singleElement().asString().contains("[health] stands");
    assertThat(lost.plus(nobodys).untold()).isEqualTo(3);
  }

  @Test
  void aClearingJustBeforeAWriteThatSawTheTagIsUntold() {
    edit(1, Tracker.JIRA, "support", "");
    receipt(2, "jira", "support", "health");
    assertThat(new Records(receipts, conflicts, 0).isUntold(edits.getFirst())).isTrue();
    receipts.clear();
    receipt(3, "jira", "support", "health");
    assertThat(new Records(receipts, conflicts, 0).isUntold(edits.getFirst())).isFalse();
    receipt(2, "linear", "support", "health");
    receipt(2, "jira", "speed", "health");
    assertThat(new Records(receipts, conflicts, 0).isUntold(edits.getFirst())).isFalse();
  }

  /** As if the events of every edit had been lost. */
  private record Untold(Account real) implements Account {
    @Override
    public boolean accountFor(Edit edit) {
      return real.accountFor(edit);
    }

    @Override
    public boolean isUntold(Edit edit) {
      return true;
    }

    @Override
    public boolean mirrored(Edit edit, Edit seenBy) {
      return real.mirrored(edit, seenBy);
    }

    @Override
    public List<Clash> conflicted() {
      return real.conflicted();
    }
  }
}
