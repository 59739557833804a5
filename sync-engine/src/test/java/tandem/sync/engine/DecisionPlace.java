package tandem.sync.engine;

import java.util.ArrayList;
import java.util.List;
import tandem.sync.model.Decision;
import tandem.sync.model.Fact;
import tandem.sync.model.Passage;
import tandem.sync.model.Section;
import tandem.sync.model.Topic;

/** Where people edit a decision in a story, and the words that stand there. */
sealed interface DecisionPlace {
  List<DecisionPlace> ALL =
      List.of(
          new OfFact(Fact.SPACE),
          new OfFact(Fact.SUPERSEDES),
          new OfFact(Fact.REVIEW_ON),
          new Between("one", "two"),
          new Between("two", "three"),
          new Whole(Topic.CONSEQUENCES));

  List<String> words(Decision decision);

  Decision holding(List<String> words, Decision decision);

  /** People may take out what stands here. */
  boolean isText();

  /** One word, or none. */
  record OfFact(Fact fact) implements DecisionPlace {
    @Override
    public List<String> words(Decision decision) {
      return decision.fact(fact).map(Passage::written).stream().toList();
    }

    @Override
    public Decision holding(List<String> words, Decision decision) {
      return decision.withFact(fact, Passage.plain(words.getFirst()));
    }

    @Override
    public boolean isText() {
      return false;
    }
  }

  /**
   * The paragraphs of the context between two that nobody ever touches, so that no edit here can be
   * taken for one of a neighbour.
   */
  record Between(String from, String to) implements DecisionPlace {
    @Override
    public List<String> words(Decision decision) {
      List<String> all = written(decision, Topic.CONTEXT);
      return all.subList(all.indexOf(from) + 1, all.indexOf(to));
    }

    @Override
    public Decision holding(List<String> words, Decision decision) {
      List<String> all = new ArrayList<>(written(decision, Topic.CONTEXT));
      List<String> here = all.subList(all.indexOf(from) + 1, all.indexOf(to));
      here.clear();
      here.addAll(words);
      return put(decision, Topic.CONTEXT, all);
    }

    @Override
    public boolean isText() {
      return true;
    }
  }

  /** A section that is there while it has words. */
  record Whole(Topic topic) implements DecisionPlace {
    @Override
    public List<String> words(Decision decision) {
      return written(decision, topic);
    }

    @Override
    public Decision holding(List<String> words, Decision decision) {
      return put(decision, topic, words);
    }

    @Override
    public boolean isText() {
      return true;
    }
  }

  private static List<String> written(Decision decision, Topic topic) {
    return decision.body(topic).stream().map(it -> it.written().strip()).toList();
  }

  private static Decision put(Decision decision, Topic topic, List<String> words) {
    Section.Key key = Section.Key.of(topic);
    List<Section> sections = new ArrayList<>(decision.sections());
    int at = sections.stream().map(Section::key).toList().indexOf(key);
    if (at >= 0) {
      sections.remove(at);
    }
    if (!words.isEmpty()) {
      List<Passage> body = words.stream().map(Passage::plain).toList();
      Passage heading = Passage.plain("## " + topic.heading());
      sections.add(at >= 0 ? at : sections.size(), new Section(key, heading, body));
    }
    return decision.withSections(sections);
  }

  /** A decision with the untouched paragraphs, and a word in each place between them. */
  static Decision draft(Decision blank, String first, String second) {
    return put(blank, Topic.CONTEXT, List.of("one", first, "two", second, "three"));
  }
}
