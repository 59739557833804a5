package tandem.sandbox.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import tandem.sandbox.http.Json;
import tandem.sandbox.scenario.CheckoutTeam.Story;

/**
 * What people wrote into the panel "Business impact" of a story, as Tandem keeps it.
 *
 * @param by the engineer's account id
 */
record Impact(Story story, Instant at, String by) {
  private static final int HIGH_FROM = 3;

  boolean isKnown() {
    return story.rating() != null || story.feasibility() != null || story.slo() != null;
  }

  private Optional<List<Integer>> rating() {
    return Optional.ofNullable(story.rating());
  }

  private Optional<CheckoutTeam.Slo> slo() {
    return Optional.ofNullable(story.slo());
  }

  private Optional<String> feasibility() {
    return Optional.ofNullable(story.feasibility());
  }

  /** The value of {@code tandem.impact}. */
  JsonNode property() {
    ObjectNode value = Json.object().put("v", 1);
    rating()
        .ifPresent(
            it -> value.putObject("rating").put("impact", it.get(0)).put("effort", it.get(1)));
    slo()
        .ifPresent(it ->
            value
                .putObject("slo")
                .put("name", it.name())
                .put("objective", it.objective())
                .put("current", it.current())
                .put("left", it.left()));
    feasibility()
        .ifPresent(it ->
            value
                .putObject("feasibility")
                .put("answer", it)
                .put("because", because())
                .put("by", by)
                .put("at", at.toString()));
    return value;
  }

  /** The value of {@code tandem.summary}, as far as the impact goes. */
  JsonNode summary() {
    ObjectNode value = Json.object().put("v", 1);
    rating().ifPresent(it -> rating(value, it.get(0), it.get(1)));
    slo().ifPresent(it -> value.put("sloLeft", it.left()).put("sloName", it.name()));
    feasibility()
        .ifPresent(it ->
            value
                .put("feasibility", it)
                .putObject("checkIn")
                .put("because", because())
                .put("by", by)
                .put("on", LocalDate.ofInstant(at, ZoneOffset.UTC).toString()));
    story.budgetInJira().ifPresent(it -> value.put("budget", it));
    return value;
  }

  private String because() {
    return Objects.requireNonNullElse(story.because(), "");
  }

  private static void rating(ObjectNode value, int impact, int effort) {
    boolean hard = effort >= HIGH_FROM;
    boolean worth = impact >= HIGH_FROM;
    value
        .put("impact", impact)
        .put("effort", effort)
        .put("lead", impact - effort)
        .put(
            "quadrant",
            worth ? (hard ? "big-bet" : "quick-win") : (hard ? "time-sink" : "fill-in"));
  }
}
