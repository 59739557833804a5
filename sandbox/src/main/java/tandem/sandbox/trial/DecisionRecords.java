package tandem.sandbox.trial;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tandem.sandbox.stage.Deciders;
import tandem.sandbox.stage.Stage;
import tandem.sandbox.stage.Tracker;

/** Receipts of decisions and conflicts about them since a moment, by the app's admin API. */
record DecisionRecords(List<JsonNode> receipts, List<JsonNode> conflicts, Losses losses)
    implements Account {

  static DecisionRecords since(Instant start, Stage stage, Losses losses)
      throws InterruptedException {
    var receipts = stage.decisionReceipts();
    var conflicts = stage.office().list("decisions/conflicts?state=all", "conflicts");
    return new DecisionRecords(
        receipts.stream().filter(after(start, "appliedAt")).toList(),
        conflicts.stream().filter(after(start, "foundAt")).toList(),
        losses);
  }

  private static Predicate<JsonNode> after(Instant start, String field) {
    return entry -> !Instant.parse(entry.path(field).asText()).isBefore(start);
  }

  @Override
  public boolean accountFor(Edit edit) {
    return of(edit).anyMatch(each -> holds(each.path("before"), edit))
        || conflicts.stream()
            .filter(each -> each.path("jira").asText().equals(edit.pair().jiraKey()))
            .map(each -> each.path(edit.side() == Tracker.JIRA ? "inJira" : "inLinear"))
            .anyMatch(each -> holds(each, edit));
  }

  private static boolean holds(JsonNode text, Edit edit) {
    return Deciders.words(text.isTextual() ? text.asText() : text.toString())
        .containsAll(edit.value());
  }

  /** A write that had not seen it went over it right away, and the events are lost. */
  @Override
  public boolean isUntold(Edit edit) {
    return losses.wouldTellOf(edit)
        && of(edit)
            .filter(each -> !holds(each.path("before"), edit))
            .map(each -> Instant.parse(each.path("appliedAt").asText()))
            .anyMatch(at -> at.isAfter(edit.at()) && at.isBefore(edit.at().plus(Losses.A_MOMENT)));
  }

  @Override
  public boolean mirrored(Edit edit, Edit seenBy) {
    return seenBy.before().equals(edit.value())
        && of(seenBy)
            .filter(each -> holds(each.path("after"), edit))
            .map(each -> Instant.parse(each.path("appliedAt").asText()))
            .anyMatch(at -> at.isAfter(edit.at()) && at.isBefore(seenBy.at()));
  }

  private Stream<JsonNode> of(Edit edit) {
    return receipts.stream()
        .filter(each -> each.path("jira").asText().equals(edit.pair().jiraKey()))
        .filter(each ->
            each.path("side").asText().equals(edit.side() == Tracker.JIRA ? "jira" : "linear"));
  }

  /** Those that say themselves that nobody can tell whether there is one. */
  int inDoubt() {
    return (int) conflicts.stream().filter(DecisionRecords::isInDoubt).count();
  }

  private static boolean isInDoubt(JsonNode conflict) {
    return conflict.path("row").asText().equals("D24");
  }

  @Override
  public List<Clash> conflicted() {
    return conflicts.stream()
        .filter(each -> !isInDoubt(each))
        .map(each -> Clash.of(each.path("jira").asText(), each))
        .toList();
  }
}
