package tandem.app.panel.impact;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tandem.app.panel.document.DocumentKind;
import tandem.app.panel.document.Edit;
import tandem.app.panel.document.Members;
import tandem.app.panel.document.RuleBroken;
import tandem.app.panel.impact.Impact.Feasibility;
import tandem.app.panel.impact.Impact.Metric;
import tandem.app.panel.impact.Impact.Rating;
import tandem.app.panel.impact.Impact.Roles;
import tandem.app.panel.impact.Impact.Slo;
import tandem.app.panel.impact.Impact.Why;

/** How {@link Impact} is read, and what is ours to say in it. */
public final class ImpactKind implements DocumentKind<Impact> {
  private static final int LONGEST = 2_000;
  private static final int MOST_PEOPLE = 20;
  private static final int HIGHEST_RATING = 5;
  private static final int ALL = 100;
  private static final int LEAST_LEFT = -1_000;
  private static final List<String> ANSWERS = List.of("fine", "unsure", "no");

  @Override
  public String property() {
    return "tandem.impact";
  }

  @Override
  public Impact empty() {
    return new Impact(
        VERSION,
        "",
        new Metric("", "", "", null),
        "",
        new Why("", "", ""),
        new Rating(null, null),
        null,
        null,
        new Roles(List.of(), null, List.of(), List.of()));
  }

  @Override
  public Impact read(Members members) {
    return new Impact(
        VERSION,
        members.text("problem", LONGEST),
        metric(members.object("metric")),
        members.text("simplest", LONGEST),
        why(members.object("why")),
        rating(members.object("rating")),
        members.optional("slo").map(ImpactKind::slo).orElse(null),
        members.optional("feasibility").map(ImpactKind::feasibility).orElse(null),
        roles(members.object("roles")));
  }

  private static Metric metric(Members metric) {
    return new Metric(
        metric.text("name", LONGEST),
        metric.text("baseline", LONGEST),
        metric.text("target", LONGEST),
        metric.date("due"));
  }

  private static Why why(Members why) {
    return new Why(
        why.text("cause", LONGEST), why.text("user", LONGEST), why.text("business", LONGEST));
  }

  private static Rating rating(Members rating) {
    return new Rating(
        rating.whole("impact", 1, HIGHEST_RATING), rating.whole("effort", 1, HIGHEST_RATING));
  }

  private static Slo slo(Members slo) {
    return new Slo(
        slo.text("name", LONGEST),
        slo.number("objective", 0, ALL),
        slo.number("current", 0, ALL),
        slo.number("left", LEAST_LEFT, ALL));
  }

  private static Feasibility feasibility(Members feasibility) {
    String answer = feasibility.choice("answer", ANSWERS);
    if (answer == null) {
      throw new RuleBroken("\"feasibility.answer\" is missing: fine, unsure or no");
    }
    return new Feasibility(
        answer,
        feasibility.text("because", LONGEST),
        feasibility.account("by"),
        feasibility.time("at"));
  }

  private static Roles roles(Members roles) {
    String accountable = roles.account("accountable");
    return new Roles(
        roles.accounts("responsible", MOST_PEOPLE),
        accountable.isEmpty() ? null : accountable,
        roles.accounts("consulted", MOST_PEOPLE),
        roles.accounts("informed", MOST_PEOPLE));
  }

  /** An answer is whose who gave it or changed it last. */
  @Override
  public Impact stamped(Impact stored, Impact wanted, Edit edit) {
    return new Impact(
        wanted.v(),
        wanted.problem(),
        wanted.metric(),
        wanted.simplest(),
        wanted.why(),
        wanted.rating(),
        wanted.slo(),
        answered(stored.feasibility(), wanted.feasibility(), edit),
        wanted.roles());
  }

  /** Sent without a time it is answered anew, also with the same words: it still holds. */
  private static @Nullable Feasibility answered(
      @Nullable Feasibility before, @Nullable Feasibility wanted, Edit edit) {
    if (wanted == null) {
      return null;
    }
    boolean same =
        before != null
            && wanted.at() != null
            && before.answer().equals(wanted.answer())
            && before.because().equals(wanted.because());
    return same ? before : new Feasibility(wanted.answer(), wanted.because(), edit.by(), edit.at());
  }
}
