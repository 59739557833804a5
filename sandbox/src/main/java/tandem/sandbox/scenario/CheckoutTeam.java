package tandem.sandbox.scenario;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The story that the sandbox is seeded with: a checkout team, its issues and decisions, in words
 * that people would write. Times are days before the moment of seeding. Read from {@code
 * checkout-team.json}; nothing in it is a real person.
 *
 * @param history what was closed before, in Jira only; it has the keys after the other issues
 * @param inLinear issues of which Jira knows nothing
 */
public record CheckoutTeam(
    List<Member> people,
    List<Story> issues,
    List<Story> history,
    List<Story> inLinear,
    List<Decision> decisions) {
  /** Of both trackers; {@code role} is the role in Jira. */
  public record Member(String id, String name, String role) {}

  /**
   * One issue.
   *
   * @param text Markdown of paragraphs and bullet lists
   * @param onlyJira a budget that only Jira knows of yet; likewise {@code onlyLinear}
   * @param twin whether Linear has the same issue, linked both ways
   * @param decision the id of a decision about it
   * @param points its estimate
   * @param rating impact and effort
   * @param feasibility the engineer's answer, with {@code because}
   */
  public record Story(
      String type,
      String summary,
      String text,
      String status,
      @Nullable String who,
      @Nullable String budget,
      @Nullable String onlyJira,
      @Nullable String onlyLinear,
      boolean twin,
      int days,
      int touched,
      @Nullable String priority,
      @Nullable List<String> labels,
      @Nullable List<List<String>> comments,
      @Nullable String decision,
      @Nullable Integer points,
      @Nullable List<Integer> rating,
      @Nullable String feasibility,
      @Nullable String because,
      @Nullable Slo slo) {

    /** The budget it draws on in Jira. */
    Optional<String> budgetInJira() {
      return Optional.ofNullable(budget).or(() -> Optional.ofNullable(onlyJira));
    }

    /** The budget it draws on in Linear. */
    Optional<String> budgetInLinear() {
      return Optional.ofNullable(budget).or(() -> Optional.ofNullable(onlyLinear));
    }

    List<String> ordinaryLabels() {
      return Objects.requireNonNullElse(labels, List.of());
    }

    /** Pairs of a member's id and a text. */
    List<List<String>> talk() {
      return Objects.requireNonNullElse(comments, List.of());
    }
  }

  /** An objective at risk, in per cent; {@code left} of its error budget. */
  public record Slo(String name, double objective, double current, int left) {}

  /** A decision in the words of the design; {@code by} is a member's id. */
  public record Decision(
      String id,
      String title,
      String status,
      String space,
      String context,
      String decision,
      String consequences,
      @JsonProperty("skip") String ifSkipped,
      String by,
      int daysAgo,
      int reviewInDays,
      @Nullable List<List<String>> dissent) {

    /** Pairs of a member's id and the reason. */
    List<List<String>> dissenters() {
      return Objects.requireNonNullElse(dissent, List.of());
    }
  }

  /** Reads the story that comes with the sandbox. */
  public static CheckoutTeam read() {
    try (var stream = CheckoutTeam.class.getResourceAsStream("checkout-team.json")) {
      return JsonMapper.builder().build().readValue(stream, CheckoutTeam.class);
    } catch (IOException e) {
      throw new UncheckedIOException("The sandbox's own story cannot be read", e);
    }
  }

  /** What Jira knows of, in the order of its keys: as it began, then what was closed before. */
  List<Story> inJira() {
    return Stream.of(issues, history)
        .flatMap(
            stories -> stories.stream().sorted(Comparator.comparingInt(Story::days).reversed()))
        .toList();
  }

  Member member(String id) {
    return people.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
  }

  Decision decision(String id) {
    return decisions.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
  }
}
