package tandem.app.panel.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tandem.app.panel.document.Members;
import tandem.app.panel.document.RuleBroken;
import tandem.sync.document.DissentList;
import tandem.sync.model.Decision;
import tandem.sync.model.DecisionSpace;
import tandem.sync.model.DecisionStatus;
import tandem.sync.model.Dissent;
import tandem.sync.model.Fact;
import tandem.sync.model.Passage;
import tandem.sync.model.Topic;

/**
 * What a person sees of a decision and may change. Texts are Markdown.
 *
 * @param decidedBy names
 */
public record DecisionDraft(
    Head head, Texts texts, List<Dissent> dissent, SortedSet<String> decidedBy, Dates dates) {
  private static final int LONGEST = 32_768;
  private static final int LONGEST_NAME = 200;
  private static final int MOST = 100;

  public DecisionDraft {
    dissent = List.copyOf(dissent);
    decidedBy = new TreeSet<>(decidedBy);
  }

  /**
   * What it is, and where it stands.
   *
   * @param supersedes the id of the decision before it, or what somebody wrote there; "" for none
   */
  public record Head(
      String title,
      @Nullable DecisionStatus status,
      @Nullable DecisionSpace space,
      String supersedes) {}

  public record Texts(
      String context, String options, String decision, String consequences, String skipped) {}

  public record Dates(@Nullable LocalDate decidedOn, @Nullable LocalDate reviewOn) {}

  /** What a decision shows. */
  static DecisionDraft of(Decision decision) {
    return new DecisionDraft(
        new Head(
            decision.title().written(),
            decision.status().orElse(null),
            decision.space().orElse(null),
            decision.fact(Fact.SUPERSEDES).map(Passage::written).orElse("")),
        new Texts(
            SectionText.of(decision, Topic.CONTEXT),
            SectionText.of(decision, Topic.OPTIONS),
            SectionText.of(decision, Topic.DECISION),
            SectionText.of(decision, Topic.CONSEQUENCES),
            SectionText.of(decision, Topic.SKIPPED)),
        DissentList.of(decision),
        decision.decidedBy(),
        new Dates(decision.decidedOn().orElse(null), decision.reviewOn().orElse(null)));
  }

  /**
   * What a person sent.
   *
   * @throws RuleBroken where a value is not of its type or exceeds its bounds
   */
  public static DecisionDraft read(Members members) {
    return new DecisionDraft(
        new Head(
            members.words("title", LONGEST),
            status(members),
            space(members),
            members.text("supersedes", LONGEST)),
        new Texts(
            text(members, "context"),
            text(members, "options"),
            text(members, "decision"),
            text(members, "consequences"),
            text(members, "skipped")),
        members.list("dissent", MOST).stream().map(DecisionDraft::dissent).toList(),
        names(members.texts("decidedBy", MOST, LONGEST_NAME)),
        new Dates(members.date("decidedOn"), members.date("reviewOn")));
  }

  private static @Nullable DecisionStatus status(Members members) {
    String word =
        members.choice("status", List.of("proposed", "accepted", "rejected", "superseded"));
    return Optional.ofNullable(word).flatMap(DecisionStatus::read).orElse(null);
  }

  private static @Nullable DecisionSpace space(Members members) {
    String word = members.choice("space", List.of("problem", "solution", "outcome"));
    return Optional.ofNullable(word).flatMap(DecisionSpace::read).orElse(null);
  }

  private static String text(Members members, String name) {
    String text = members.text(name, LONGEST).replace("\r\n", "\n");
    return text.isBlank() ? "" : text;
  }

  private static Dissent dissent(Members dissent) {
    String who = dissent.words("who", LONGEST_NAME).strip();
    if (who.contains(":") || who.contains("\n")) {
      throw new RuleBroken("a name in \"dissent\" has a colon or a line end in it");
    }
    String because = dissent.words("because", LONGEST);
    return new Dissent(who, String.join(" ", because.lines().map(String::strip).toList()).strip());
  }

  private static SortedSet<String> names(List<String> names) {
    SortedSet<String> sorted = new TreeSet<>();
    for (String name : names) {
      if (name.contains(",") || name.contains("\n")) {
        throw new RuleBroken("a name in \"decidedBy\" has a comma or a line end in it");
      }
      sorted.add(name.strip());
    }
    return sorted;
  }
}
