package tandem.app.panel.decision;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tandem.app.panel.document.RuleBroken;
import tandem.sync.document.DecisionJson;
import tandem.sync.document.DecisionMarkdown;
import tandem.sync.document.Passages;
import tandem.sync.document.Rendered;
import tandem.sync.model.Decision;
import tandem.sync.model.DecisionId;
import tandem.sync.model.DecisionStatus;
import tandem.sync.model.Fact;
import tandem.sync.model.Passage;

/** The JSON that a decision is to become. Pure. */
public final class DecisionWriting {
  private DecisionWriting() {}

  /** What came of it. */
  public sealed interface Written {}

  /** May be longer than Jira keeps. */
  public record Text(String json) implements Written {}

  /** It would become another decision; {@code why} says what to do instead. */
  public record Frozen(String why) implements Written {}

  /**
   * A decision as a person wants it.
   *
   * @param previous the JSON of the decision before; empty for a new one. It must be readable
   * @throws RuleBroken where a changed value breaks a rule
   */
  public static Written of(DecisionId id, Optional<String> previous, DecisionDraft wanted) {
    Decision before = previous.map(json -> decision(id, json)).orElse(Decision.blank(id));
    DecisionEdit edit = new DecisionEdit(before, wanted);
    if (isAccepted(before) && edit.decidesOtherwise()) {
      return new Frozen(
          "An accepted decision is not edited into another one. Supersede it: write a new one that"
              + " names it.");
    }
    if (edit.stepsWrongly()) {
      return new Frozen(
          "A decision that is "
              + before.status().map(DecisionStatus::word).orElse("")
              + " does not take this step. Write a new one that supersedes it.");
    }
    return new Text(text(edit.apply(), before, previous));
  }

  /** Whether a decision shows just what a person wants. */
  public static boolean shows(DecisionId id, String json, DecisionDraft wanted) {
    return DecisionJson.read(id, json) instanceof DecisionJson.Read read
        && DecisionDraft.of(read.decision()).equals(wanted);
  }

  /** The decision as superseded; empty where it is that already. */
  public static Optional<String> superseded(DecisionId id, String previous) {
    Decision before = decision(id, previous);
    String word = DecisionStatus.SUPERSEDED.word();
    return before.status().filter(DecisionStatus.SUPERSEDED::equals).isPresent()
        ? Optional.empty()
        : Optional.of(
            DecisionJson.write(
                before.withFact(Fact.STATUS, new Passage(word, Passages.line(word).meaning())),
                previous));
  }

  private static boolean isAccepted(Decision decision) {
    return decision.status().filter(DecisionStatus.ACCEPTED::equals).isPresent();
  }

  private static Decision decision(DecisionId id, String json) {
    return switch (DecisionJson.read(id, json)) {
      case DecisionJson.Read read -> read.decision();
      case DecisionJson.Refused(String why) -> throw new RuleBroken(why);
    };
  }

  private static String text(Decision edited, Decision before, Optional<String> previous) {
    String json =
        previous
            .map(text -> DecisionJson.write(edited, text))
            .orElseGet(() -> DecisionJson.write(edited));
    if (json.length() <= Decision.LARGEST && !saysTheSame(edited, json)) {
      throw new RuleBroken(
          "a piece of the text means something else where it stands alone, or holds half a"
              + " character: write that piece anew");
    }
    if (isMisread(edited) && !isMisread(before)) {
      throw new RuleBroken(
          "a piece of the text would swallow what follows it, or begin a section of its own: a"
              + " heading, or a block of code that is never closed. Write it another way");
    }
    return json;
  }

  private static boolean saysTheSame(Decision edited, String json) {
    return DecisionJson.read(edited.id(), json) instanceof DecisionJson.Read read
        && read.decision().says(edited)
        && StandardCharsets.UTF_8.newEncoder().canEncode(json);
  }

  private static boolean isMisread(Decision decision) {
    return switch (DecisionMarkdown.write(decision)) {
      case Rendered.Faithful faithful -> false;
      case Rendered.Misread misread -> true;
    };
  }
}
