package tandem.sync.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static tandem.sync.reconcile.Texts.ask;
import static tandem.sync.reconcile.Texts.latest;
import static tandem.sync.reconcile.Texts.text;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tandem.sync.model.Passage;

/** Rows T01 to T09. A letter is a paragraph; a capital is the same paragraph, edited. */
class TextMergeTest {
  private record Merged(Versions<List<Passage>> texts, Minutes minutes) {
    String all() {
      assertThat(Texts.letters(texts.left())).isEqualTo(Texts.letters(texts.right()));
      assertThat(Texts.letters(texts.base())).isEqualTo(Texts.letters(texts.right()));
      return Texts.letters(texts.left());
    }
  }

  @Test
  @Tag("T01")
  void aTextThatNobodyChangedStays() {
    Merged merged = merge("ab", "ab", "ab", latest());
    assertThat(merged.all()).isEqualTo("ab");
    assertThat(merged.minutes().rows()).containsExactly(DecisionRow.T01);
  }

  @Test
  @Tag("T02")
  void aParagraphThatOneSideChangedAddedOrRemovedFollows() {
    assertThat(merge("abc", "aBc", "abc", latest()).all()).isEqualTo("aBc");
    assertThat(merge("abc", "abc", "abxc", latest()).all()).isEqualTo("abxc");
    assertThat(merge("abc", "ac", "abc", latest()).all()).isEqualTo("ac");
  }

  @Test
  @Tag("T03")
  void theSameChangeOnBothSidesIsOne() {
    Merged merged = merge("abc", "aBc", "aBc", latest());
    assertThat(merged.all()).isEqualTo("aBc");
    assertThat(merged.minutes().conflicts()).isEmpty();
  }

  @Test
  @Tag("T04")
  void differentParagraphsMergeEvenSideBySide() {
    Merged merged = merge("abc", "Abc", "aBc", latest());
    assertThat(merged.all()).isEqualTo("ABc");
    assertThat(merged.minutes().rows()).contains(DecisionRow.T04);
    assertThat(merge("abc", "abxc", "abC", latest()).all()).isEqualTo("abxC");
    assertThat(merge("abc", "bc", "abcz", latest()).all()).isEqualTo("bcz");
  }

  @Test
  @Tag("T05")
  void aRemovalAgainstAnEditKeepsTheEdit() {
    Merged merged = merge("abc", "ac", "aBc", latest());
    assertThat(merged.all()).isEqualTo("aBc");
    assertThat(merged.minutes().rows()).contains(DecisionRow.T05);
  }

  @Test
  @Tag("T06")
  void whatBothAddInTheSamePlaceIsKeptOnceEach() {
    Merged merged = merge("ab", "aybb", "axb", latest());
    assertThat(merge("ab", "ayb", "axb", latest()).all()).isEqualTo("axyb");
    assertThat(merge("ab", "axyb", "axzb", latest()).all()).isEqualTo("axyzb");
    assertThat(merged.minutes().conflicts()).isEmpty();
  }

  /** Otherwise an edit that is brought back would be added again in each round, without end. */
  @Test
  @Tag("T06")
  void whatBothAddBesideAParagraphThatOneOfThemChangedIsKeptOnce() {
    assertThat(merge("mo", "mXyo", "mo", latest()).all()).isEqualTo("mXyo");
    assertThat(merge("mao", "mXyo", "mayo", latest()).all()).isEqualTo("mXyo");
    assertThat(merge("mao", "mayo", "mXyo", latest()).all()).isEqualTo("mXyo");
    assertThat(merge("mao", "myXo", "myao", latest()).all()).isEqualTo("myXo");
    assertThat(merge("mao", "mXyo", "mazo", latest()).all()).isEqualTo("mXyzo");
  }

  @Test
  @Tag("T07")
  void theSameParagraphChangedDifferentlyIsAConflictThatKeepsBothValues() {
    Merged merged = merge("abcd", "aXcD", "aYcd", latest());
    assertThat(merged.all()).isEqualTo("aYcD");
    DecisionConflict conflict = merged.minutes().conflicts().getFirst();
    assertThat(conflict.row()).isEqualTo(DecisionRow.D05);
    assertThat(conflict.held()).isEqualTo(new Versions<>(text("b"), text("X"), text("Y")));
  }

  @Test
  @Tag("T07")
  void whatAPersonHasToChooseStaysDifferentAndTheRestMerges() {
    Versions<List<Passage>> texts = merge("abcd", "aXcD", "aYcd", ask()).texts();
    assertThat(texts).isEqualTo(new Versions<>(text("abcD"), text("aXcD"), text("aYcD")));
  }

  @Test
  @Tag("T07")
  void textsThatBothSidesBeganAreAConflictAsAWhole() {
    Merged merged = merge("", "x", "y", latest());
    assertThat(merged.all()).isEqualTo("y");
    assertThat(merged.minutes().conflicts()).hasSize(1);
  }

  @Test
  @Tag("T08")
  void aParagraphThatIsOnlyWrittenOtherwiseStaysAsEachSideWritesIt() {
    List<Passage> dash = List.of(new Passage("- a", "a"));
    List<Passage> star = List.of(new Passage("* a", "a"));
    Minutes minutes = new Minutes(latest());
    var merged = TextMerge.merge("text", new Versions<>(dash, dash, star), minutes);
    assertThat(merged).isEqualTo(new Versions<>(dash, dash, star));
    assertThat(minutes.rows()).containsExactly(DecisionRow.T08);
  }

  @Test
  @Tag("T09")
  void textsThatDifferTooMuchAreOneChangeAndNothingIsLost() {
    List<Passage> base = many("base");
    List<Passage> left = many("left");
    List<Passage> right = many("right");
    Minutes minutes = new Minutes(latest());
    var merged = TextMerge.merge("text", new Versions<>(base, left, right), minutes);
    assertThat(merged.left()).isEqualTo(right);
    assertThat(minutes.rows()).contains(DecisionRow.T09);
    assertThat(minutes.conflicts().getFirst().held().left()).isEqualTo(left);
  }

  private static List<Passage> many(String word) {
    int texts = (int) Math.sqrt(Alignment.MOST_CELLS) + 1 + word.length();
    return IntStream.range(0, texts).mapToObj(i -> Passage.plain(word + i)).toList();
  }

  private static Merged merge(String base, String left, String right, Referee referee) {
    Minutes minutes = new Minutes(referee);
    Versions<List<Passage>> texts = new Versions<>(base, left, right).map(Texts::text);
    return new Merged(TextMerge.merge("text", texts, minutes), minutes);
  }
}
