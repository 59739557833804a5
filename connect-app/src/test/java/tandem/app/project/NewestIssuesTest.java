package tandem.app.project;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NewestIssuesTest {
  private final NewestIssues newest = new NewestIssues(2);

  @Test
  void ofTooManyTheOldestIsForgotten() {
    newest.add("1");
    newest.add("2");
    newest.add("3");
    assertThat(newest.ids()).containsExactlyInAnyOrder("2", "3");
  }

  @Test
  void oneThatIsToldOfAgainIsNew() {
    newest.add("1");
    newest.add("2");
    newest.add("1");
    newest.add("3");
    assertThat(newest.ids()).containsExactlyInAnyOrder("1", "3");
  }
}
