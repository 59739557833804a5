package tandem.app.panel.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tandem.app.panel.document.RuleBroken;
import tandem.sync.document.DissentList;
import tandem.sync.document.Passages;
import tandem.sync.model.Decision;
import tandem.sync.model.DecisionSpace;
import tandem.sync.model.DecisionStatus;
import tandem.sync.model.Dissent;
import tandem.sync.model.Fact;
import tandem.sync.model.Passage;
import tandem.sync.model.Section;
import tandem.sync.model.Topic;

/**
 * Brings what a person changed into a decision. What is shown and was not changed stays as it is
 * written; what is not shown stays anyway. Pure.
 */
final class DecisionEdit {
  private static final int LONGEST_TITLE = 255;

  private final Decision before;
  private final DecisionDraft shown;
  private final DecisionDraft wanted;

  DecisionEdit(Decision before, DecisionDraft wanted) {
    this.before = before;
    this.shown = DecisionDraft.of(before);
    this.wanted = wanted;
  }

  /** Throws {@link RuleBroken} where a changed value breaks a rule. */
  Decision apply() {
    Decision edited = before;
    if (!wanted.head().title().equals(shown.head().title())) {
      edited = edited.withTitle(title(wanted.head().title()));
    }
    edited = facts(edited);
    for (Map.Entry<Topic, String> text : texts(wanted).entrySet()) {
      if (!text.getValue().equals(texts(shown).get(text.getKey()))) {
        edited = SectionText.put(edited, text.getKey(), text.getValue());
      }
    }
    return wanted.dissent().equals(shown.dissent())
        ? edited
        : SectionText.put(edited, Topic.DISSENT, dissent());
  }

  private static Passage title(String title) {
    if (title.length() > LONGEST_TITLE) {
      throw new RuleBroken("\"title\" is longer than 255 characters");
    }
    return Passages.line(title);
  }

  /** Whether something else is decided than before: what an accepted decision does not allow. */
  boolean decidesOtherwise() {
    DecisionDraft.Texts now = wanted.texts();
    DecisionDraft.Texts then = shown.texts();
    return !wanted.head().title().equals(shown.head().title())
        || wanted.head().space() != shown.head().space()
        || !now.context().equals(then.context())
        || !now.decision().equals(then.decision())
        || !now.options().equals(then.options());
  }

  /** Whether the record's habit does not know the step from the present status to the wanted. */
  boolean stepsWrongly() {
    DecisionStatus from = shown.head().status();
    DecisionStatus to = wanted.head().status();
    return from != null
        && from != to
        && (to == null ? from != DecisionStatus.PROPOSED : !from.mayBecome(to));
  }

  private static Map<Topic, String> texts(DecisionDraft draft) {
    Map<Topic, String> texts = new EnumMap<>(Topic.class);
    texts.put(Topic.CONTEXT, draft.texts().context());
    texts.put(Topic.OPTIONS, draft.texts().options());
    texts.put(Topic.DECISION, draft.texts().decision());
    texts.put(Topic.CONSEQUENCES, draft.texts().consequences());
    texts.put(Topic.SKIPPED, draft.texts().skipped());
    return texts;
  }

  private Decision facts(Decision decision) {
    Map<Fact, String> now = facts(wanted);
    Map<Fact, String> then = facts(shown);
    TreeMap<Fact, Passage> facts = new TreeMap<>(decision.facts());
    now.forEach((fact, value) -> {
      if (!value.equals(then.get(fact)) && value.isEmpty()) {
        facts.remove(fact);
      } else if (!value.equals(then.get(fact))) {
        facts.put(fact, new Passage(value, Passages.line(value).meaning()));
      }
    });
    return new Decision(decision.id(), decision.title(), facts, decision.sections());
  }

  private static Map<Fact, String> facts(DecisionDraft draft) {
    Map<Fact, String> facts = new EnumMap<>(Fact.class);
    DecisionStatus status = draft.head().status();
    DecisionSpace space = draft.head().space();
    facts.put(Fact.STATUS, status == null ? "" : status.word());
    facts.put(Fact.SPACE, space == null ? "" : space.word());
    facts.put(Fact.DECIDED_BY, String.join(", ", draft.decidedBy()));
    facts.put(Fact.DECIDED_ON, text(draft.dates().decidedOn()));
    facts.put(Fact.REVIEW_ON, text(draft.dates().reviewOn()));
    facts.put(Fact.SUPERSEDES, draft.head().supersedes().strip());
    return facts;
  }

  private static String text(@Nullable LocalDate date) {
    return date == null ? "" : Objects.toString(date);
  }

  /** Items that stay keep their place and writing, as does whatever is no item. */
  private List<Passage> dissent() {
    List<Dissent> missing = new ArrayList<>(wanted.dissent());
    List<Passage> body = new ArrayList<>();
    for (Passage passage : before.body(Topic.DISSENT)) {
      List<Dissent> said = saidIn(passage);
      if (said.isEmpty() || missing.removeAll(said)) {
        body.add(passage);
      }
    }
    missing.forEach(dissent -> body.add(DissentList.item(dissent)));
    return body;
  }

  private List<Dissent> saidIn(Passage passage) {
    Section alone = new Section(Section.Key.of(Topic.DISSENT), Passage.NONE, List.of(passage));
    return DissentList.of(before.withSections(List.of(alone)));
  }
}
