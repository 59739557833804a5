package tandem.sandbox.trial;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tandem.sandbox.stage.Stage;
import tandem.sandbox.stage.Tracker;

/** What the app itself wrote down since a moment: receipts and conflicts, by its admin API. */
record Records(List<JsonNode> receipts, List<JsonNode> conflicts, int setAside) implements Account {

  static Records since(Instant start, Stage stage) throws InterruptedException {
    var receipts = stage.receipts();
    var conflicts = stage.office().list("conflicts?state=all", "conflicts");
    int setAside = stage.office().list("quarantine", "links").size();
    return new Records(
        receipts.stream().filter(after(start, "appliedAt")).toList(),
        conflicts.stream().filter(after(start, "foundAt")).toList(),
        setAside);
  }

  private static Predicate<JsonNode> after(Instant start, String field) {
    return entry -> !Instant.parse(entry.path(field).asText()).isBefore(start);
  }

  @Override
  public boolean accountFor(Edit edit) {
    return of(edit).anyMatch(each -> budgets(each.path("before")).equals(edit.value()))
        || conflicts.stream()
            .filter(each -> each.at("/jira/key").asText().equals(edit.pair().jiraKey()))
            .map(each -> each.path(name(edit.side())).path("budgets"))
            .anyMatch(each -> budgets(each).equals(edit.value()));
  }

  /**
   * A tag is put and taken by itself, so nothing is replaced that the app did not see; but nothing
   * shows that somebody took the tag away which a write of ours was about to replace, and a change
   * wins over a clearing (row R04).
   */
  @Override
  public boolean isUntold(Edit edit) {
    return edit.value().isEmpty()
        && of(edit)
            .filter(each -> budgets(each.path("before")).equals(edit.before()))
            .map(each -> Instant.parse(each.path("appliedAt").asText()))
            .anyMatch(at -> at.isAfter(edit.at()) && at.isBefore(edit.at().plus(Losses.A_MOMENT)));
  }

  @Override
  public boolean mirrored(Edit edit, Edit seenBy) {
    return seenBy.before().equals(edit.value())
        && of(seenBy)
            .filter(each -> budgets(each.path("after")).equals(edit.value()))
            .map(each -> Instant.parse(each.path("appliedAt").asText()))
            .anyMatch(at -> at.isAfter(edit.at()) && at.isBefore(seenBy.at()));
  }

  /** The receipts of the pair on the edit's side. */
  private Stream<JsonNode> of(Edit edit) {
    return receipts.stream()
        .filter(each -> each.path("jira").asText().equals(edit.pair().jiraKey()))
        .filter(each -> each.path("side").asText().equals(name(edit.side())));
  }

  @Override
  public List<Clash> conflicted() {
    return conflicts.stream().map(each -> Clash.of(each.at("/jira/key").asText(), each)).toList();
  }

  private static String name(Tracker side) {
    return switch (side) {
      case JIRA -> "jira";
      case LINEAR -> "linear";
    };
  }

  private static SortedSet<String> budgets(JsonNode names) {
    var budgets = new TreeSet<String>();
    names.forEach(name -> budgets.add(name.asText()));
    return budgets;
  }
}
