package tandem.app.panel.summary;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import tandem.app.panel.acceptance.Acceptance;
import tandem.app.panel.acceptance.Acceptance.Criterion;
import tandem.app.panel.decision.DecisionAnswer;
import tandem.app.panel.document.PropertyText;
import tandem.app.panel.impact.Impact;
import tandem.app.panel.impact.Impact.Feasibility;
import tandem.app.panel.impact.Impact.Slo;
import tandem.app.panel.tradeoff.Tradeoff;

/**
 * The property {@code tandem.summary}: what JQL can ask for, and what the project's early warnings
 * give as reasons. Members of which nothing is known are absent, so that {@code is EMPTY} finds
 * them. Pure.
 */
public final class Summary {
  public static final String PROPERTY = "tandem.summary";

  /** From here on an impact or an effort counts as high; the panels draw the line there, too. */
  private static final int HIGH_FROM = 3;

  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_REASON = 300;

  private final ObjectNode tree = PropertyText.object().put("v", 1);

  private Summary() {}

  /**
   * The numbers of an issue, as {@code tandem.summary} keeps them.
   *
   * @param budget the name of the budget that the issue draws on
   */
  public static ObjectNode of(Documents documents, Optional<String> budget) {
    Summary summary = new Summary();
    documents.acceptance().ifPresent(summary::criteria);
    documents.impact().ifPresent(summary::impact);
    documents.tradeoff().ifPresent(summary::risks);
    if (!documents.decisions().isEmpty()) {
      summary.decisions(documents.decisions());
    }
    budget.ifPresent(name -> summary.tree.put("budget", name));
    return summary.tree;
  }

  private void criteria(Acceptance acceptance) {
    List<Criterion> all = acceptance.criteria();
    long changed = all.stream().filter(criterion -> criterion.changed() != null).count();
    ObjectNode criteria =
        tree.putObject("criteria")
            .put("total", all.size())
            .put("open", all.stream().filter(criterion -> !criterion.met()).count())
            .put("untyped", all.stream().filter(criterion -> criterion.type() == null).count())
            .put("changed", changed)
            .put("removed", acceptance.removed().size());
    if (changed > 0 || !acceptance.removed().isEmpty()) {
      criteria.put("agreed", acceptance.allAgree());
      acceptance.lastDrift().ifPresent(at -> criteria.put("changedOn", day(at)));
    }
  }

  private void impact(Impact impact) {
    Integer worth = impact.rating().impact();
    Integer effort = impact.rating().effort();
    if (worth != null) {
      tree.put("impact", worth);
    }
    if (effort != null) {
      tree.put("effort", effort);
    }
    if (worth != null && effort != null) {
      tree.put("lead", worth - effort).put("quadrant", quadrant(worth, effort));
    }
    Feasibility feasibility = impact.feasibility();
    if (feasibility != null) {
      tree.put("feasibility", feasibility.answer());
      checkIn(feasibility);
    }
    Slo slo = impact.slo();
    Double left = slo == null ? null : slo.left();
    if (slo != null && left != null) {
      tree.put("sloLeft", left).put("sloName", CutText.to(LONGEST_NAME, slo.name()));
    }
  }

  /** The reason of a doubt, for the project's early warnings. */
  private void checkIn(Feasibility feasibility) {
    ObjectNode checkIn =
        tree.putObject("checkIn")
            .put("because", CutText.marked(LONGEST_REASON, feasibility.because()))
            .put("by", feasibility.by());
    if (feasibility.at() != null) {
      checkIn.put("on", day(feasibility.at()));
    }
  }

  private static String day(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC).toString();
  }

  private static String quadrant(int impact, int effort) {
    if (impact >= HIGH_FROM) {
      return effort >= HIGH_FROM ? "big-bet" : "quick-win";
    }
    return effort >= HIGH_FROM ? "time-sink" : "fill-in";
  }

  private void risks(Tradeoff tradeoff) {
    tree.put("risks", tradeoff.risks().stream().filter(risk -> !risk.settled()).count());
  }

  private void decisions(List<DecisionAnswer> all) {
    List<DecisionAnswer> standing = all.stream().filter(Summary::stands).toList();
    tree.putObject("decisions")
        .put("total", all.size())
        .put("open", all.stream().filter(Summary::isOpen).count())
        .put("dissent", standing.stream().mapToInt(decision -> decision.dissent().size()).sum());
    standing.stream()
        .map(DecisionAnswer::reviewOn)
        .filter(Objects::nonNull)
        .min(LocalDate::compareTo)
        .ifPresent(first -> tree.put("reviewOn", first.toString()));
  }

  private static boolean isOpen(DecisionAnswer decision) {
    return decision.status() == null || decision.status().equals("proposed");
  }

  /** Neither rejected nor superseded: its dissent and its review still matter. */
  private static boolean stands(DecisionAnswer decision) {
    return isOpen(decision) || "accepted".equals(decision.status());
  }
}
