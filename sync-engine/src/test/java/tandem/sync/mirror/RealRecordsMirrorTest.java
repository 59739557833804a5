package tandem.sync.mirror;

import static org.assertj.core.api.Assertions.assertThat;
import static tandem.sync.http.Outcomes.value;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tandem.sandbox.linear.LinearSettings;
import tandem.sync.document.DecisionMarkdown;
import tandem.sync.document.Passages;
import tandem.sync.document.RealRecords;
import tandem.sync.jira.JiraBench;
import tandem.sync.linear.LinearBench;
import tandem.sync.model.Decision;
import tandem.sync.model.DecisionId;
import tandem.sync.model.Fact;
import tandem.sync.model.Held;
import tandem.sync.model.IssueId;
import tandem.sync.replica.DecisionChange;
import tandem.sync.replica.Observation;
import tandem.sync.replica.Replica;

/**
 * Decision records as people wrote them, through both adapters and both sandboxes: kept with a Jira
 * issue, mirrored to documents of a Linear issue, which saves Markdown in its own way, edited there
 * and brought back.
 */
class RealRecordsMirrorTest {
  private final JiraBench jira = new JiraBench();
  private final LinearBench linear = new LinearBench(LinearSettings.defaults());

  @AfterEach
  void stop() {
    jira.close();
    linear.close();
  }

  @Test
  void everyRecordComesBackSectionForSection() {
    Map<DecisionId, Decision> records = records();
    IssueId left = jira.create(Optional.empty());
    IssueId right = linear.create(Optional.empty());
    records.values().forEach(record -> write(jira.replica(), left, record));

    SortedMap<DecisionId, Held> imported = log(jira.replica(), left, Set.of());
    assertSame(imported, records);
    imported.values().forEach(held -> write(linear.replica(), right, decision(held)));

    SortedMap<DecisionId, Held> mirrored = log(linear.replica(), right, records.keySet());
    assertSame(mirrored, records);
    mirrored.values().forEach(held -> edit(linear.replica(), right, held));

    SortedMap<DecisionId, Held> edited = log(linear.replica(), right, records.keySet());
    edited.values().forEach(held -> bringBack(left, imported, decision(held)));
    records.replaceAll((id, record) -> reviewed(record));
    assertSame(log(jira.replica(), left, Set.of()), records);
  }

  private static void assertSame(
      SortedMap<DecisionId, Held> log, Map<DecisionId, Decision> records) {
    assertThat(log.keySet()).containsExactlyInAnyOrderElementsOf(records.keySet());
    log.forEach((id, held) ->
        assertThat(decision(held).says(records.get(id)))
            .as("%s: %s", id, decision(held).title().written())
            .isTrue());
  }

  private static Map<DecisionId, Decision> records() {
    Map<DecisionId, Decision> records = new LinkedHashMap<>();
    for (var file : RealRecords.all()) {
      DecisionId id = new DecisionId("record-" + records.size());
      records.put(id, DecisionMarkdown.read(id, RealRecords.text(file)).decision());
    }
    return records;
  }

  private static Decision reviewed(Decision decision) {
    return decision.withFact(Fact.REVIEW_ON, Passages.line("2027-01-01"));
  }

  private static void write(Replica replica, IssueId issue, Decision decision) {
    value(replica.apply(issue, new DecisionChange.Write(decision, Optional.empty())));
  }

  private static void edit(Replica replica, IssueId issue, Held held) {
    value(
        replica.apply(
            issue,
            new DecisionChange.Write(reviewed(decision(held)), Optional.of(held.original()))));
  }

  private void bringBack(IssueId issue, SortedMap<DecisionId, Held> there, Decision decision) {
    var previous = Optional.of(there.get(decision.id()).original());
    value(jira.replica().apply(issue, new DecisionChange.Write(decision, previous)));
  }

  private static Decision decision(Held held) {
    return ((Held.Legible) held).decision();
  }

  private static SortedMap<DecisionId, Held> log(
      Replica replica, IssueId issue, Set<DecisionId> known) {
    return ((Observation.Present) value(replica.read(issue, known)))
        .log()
        .orElseThrow()
        .decisions();
  }
}
