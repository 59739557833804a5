package tandem.app.decision;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tandem.app.decision.ImportRequest.Source;
import tandem.sync.document.DecisionJson;
import tandem.sync.document.DecisionMarkdown;
import tandem.sync.document.ReadDecision;
import tandem.sync.document.Remark;
import tandem.sync.model.Decision;
import tandem.sync.model.DecisionId;
import tandem.sync.model.Passage;

/**
 * A file as the decision that it would become. Pure.
 *
 * @param json what would be written
 * @param problem why it is not written, a sentence; empty where it would be
 * @param lost what was not understood in it; it is kept as it is, or said how it was helped
 */
record Candidate(
    String file, Decision decision, String json, Optional<String> problem, String lost) {

  /**
   * In the files' order. An id comes from the file's name, without its number; a second file of one
   * id gets a number of its own. What the issue has already is never overwritten, so that an import
   * may be repeated.
   *
   * @param existing the decisions as they are stored, by id
   */
  static List<Candidate> of(List<Source> sources, Map<String, DecisionJson.Reading> existing) {
    Set<String> taken = new HashSet<>();
    List<Candidate> candidates = new ArrayList<>();
    for (Source source : sources) {
      candidates.add(of(source, free(source.name(), taken), existing));
    }
    return candidates;
  }

  private static DecisionId free(String fileName, Set<String> taken) {
    String bare =
        fileName.replaceFirst("(?i)\\.(md|markdown|txt)$", "").replaceFirst("^\\d+[-_ ]+", "");
    String slug = Slug.of(bare);
    String id = slug;
    for (int number = 2; !taken.add(id); number++) {
      id = slug + "-" + number;
    }
    return new DecisionId(id);
  }

  private static Candidate of(
      Source source, DecisionId id, Map<String, DecisionJson.Reading> existing) {
    ReadDecision read = DecisionMarkdown.read(id, source.text());
    List<String> lost = new ArrayList<>(read.remarks().stream().map(Remark::words).toList());
    Decision decision = read.decision();
    if (decision.title().isSilent()) {
      decision = decision.withTitle(Passage.plain(source.name()));
      lost.add("It has no title; the name of its file is taken.");
    }
    String json = DecisionJson.write(decision);
    return new Candidate(
        source.name(), decision, json, problem(decision, json, existing), lost(lost));
  }

  private static String lost(List<String> words) {
    return words.stream().distinct().collect(Collectors.joining(" "));
  }

  private static Optional<String> problem(
      Decision decision, String json, Map<String, DecisionJson.Reading> existing) {
    if (json.length() > Decision.LARGEST) {
      return Optional.of(
          "It is %,d characters too long for Jira; shorten it, or move a part into a linked page."
              .formatted(json.length() - Decision.LARGEST));
    }
    boolean same =
        DecisionJson.read(decision.id(), json) instanceof DecisionJson.Read read
            && read.decision().says(decision);
    if (!same) {
      return Optional.of("A piece of its text means something else where it stands alone.");
    }
    return Optional.ofNullable(existing.get(decision.id().value())).map(it -> met(it, decision));
  }

  private static String met(DecisionJson.Reading there, Decision decision) {
    return switch (there) {
      case DecisionJson.Read read ->
          read.decision().says(decision)
              ? "The issue has this decision already."
              : "The issue has another decision of this id, which is not overwritten. Rename the"
                  + " file to add it beside.";
      case DecisionJson.Refused refused ->
          "The issue has something unreadable under this id, which is not overwritten. Rename the"
              + " file to add it beside.";
    };
  }

  Candidate failing(String why) {
    return new Candidate(file, decision, json, Optional.of(why), lost);
  }
}
