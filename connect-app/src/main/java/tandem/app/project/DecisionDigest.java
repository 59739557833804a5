package tandem.app.project;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tandem.sync.model.DecisionId;
import tandem.sync.model.DecisionSpace;
import tandem.sync.model.DecisionStatus;

/**
 * The decisions of an issue in short, from its property {@code tandem.decisions}. Untrusted, as
 * {@link IssueSummary}.
 *
 * @param more how many there are that did not fit into the property
 */
public record DecisionDigest(List<Entry> entries, int more) {
  static final String PROPERTY = "tandem.decisions";
  static final DecisionDigest EMPTY = new DecisionDigest(List.of(), 0);

  private static final int MOST_ENTRIES = 1_000;
  private static final int MOST_PEOPLE = 50;
  private static final int LONGEST_TITLE = 1_000;
  private static final int LONGEST_NAME = 200;

  public DecisionDigest {
    entries = List.copyOf(entries);
  }

  /**
   * A decision in short.
   *
   * @param status empty where it is none of the four that Tandem knows
   * @param on when it was decided
   * @param dissent how many people did not agree
   * @param supersedes the id of another decision, empty for none
   * @param excerpt the beginning of its texts, empty where it has none or there was no room for it
   */
  public record Entry(
      DecisionId id,
      String title,
      Optional<DecisionStatus> status,
      Optional<DecisionSpace> space,
      List<String> by,
      Optional<LocalDate> on,
      Optional<LocalDate> reviewOn,
      int dissent,
      String supersedes,
      String excerpt) {
    public Entry {
      by = List.copyOf(by);
    }

    /** Still stands and was to be looked at again before this day. */
    public boolean isOverdue(LocalDate today) {
      boolean stands =
          status
              .map(it ->
                  switch (it) {
                    case PROPOSED, ACCEPTED -> true;
                    case REJECTED, SUPERSEDED -> false;
                  })
              .orElse(true);
      return stands && reviewOn.filter(today::isAfter).isPresent();
    }
  }

  static DecisionDigest read(JsonNode value) {
    if (value.path("v").asInt() != 1) {
      return EMPTY;
    }
    List<Entry> entries = new ArrayList<>();
    for (JsonNode entry : value.path("list")) {
      if (entries.size() < MOST_ENTRIES) {
        entry(entry).ifPresent(entries::add);
      }
    }
    return new DecisionDigest(
        entries, Bounded.whole(value.path("more"), 0, Integer.MAX_VALUE).orElse(0));
  }

  private static Optional<Entry> entry(JsonNode entry) {
    return id(entry.path("id").asText())
        .map(id ->
            new Entry(
                id,
                Bounded.text(entry.path("title"), LONGEST_TITLE).orElse(""),
                DecisionStatus.read(entry.path("status").asText()),
                DecisionSpace.read(entry.path("space").asText()),
                people(entry.path("by")),
                Bounded.date(entry.path("on")),
                Bounded.date(entry.path("reviewOn")),
                Bounded.whole(entry.path("dissent"), 0, Integer.MAX_VALUE).orElse(0),
                Bounded.text(entry.path("supersedes"), LONGEST_NAME).orElse(""),
                Bounded.text(entry.path("excerpt"), LONGEST_NAME).orElse("")));
  }

  private static Optional<DecisionId> id(String text) {
    try {
      return Optional.of(new DecisionId(text));
    } catch (IllegalArgumentException notAnId) {
      return Optional.empty();
    }
  }

  private static List<String> people(JsonNode names) {
    List<String> people = new ArrayList<>();
    for (JsonNode name : names) {
      if (people.size() < MOST_PEOPLE) {
        Bounded.text(name, LONGEST_NAME).ifPresent(people::add);
      }
    }
    return people;
  }
}
