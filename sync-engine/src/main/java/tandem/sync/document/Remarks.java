package tandem.sync.document;

import java.util.ArrayList;
import java.util.List;
import tandem.sync.model.Decision;
import tandem.sync.model.Fact;

/** What to tell people about a document that Tandem kept but did not understand. */
final class Remarks {
  static final Remark MISREAD =
      new Remark(
          "A piece of the text swallows what follows it, for instance a code fence that is never"
              + " closed. Close it, and the decision is mirrored again.");

  private Remarks() {}

  static List<Remark> on(Decision decision, String markdown) {
    List<Remark> remarks = new ArrayList<>();
    if (decision.title().isSilent()) {
      remarks.add(new Remark("The document has no title: no heading of the first level."));
    }
    unread(decision, Fact.STATUS, decision.status().isEmpty(), remarks);
    unread(decision, Fact.SPACE, decision.space().isEmpty(), remarks);
    unread(decision, Fact.DECIDED_ON, decision.decidedOn().isEmpty(), remarks);
    unread(decision, Fact.REVIEW_ON, decision.reviewOn().isEmpty(), remarks);
    if (markdown.chars().anyMatch(Remarks::isControl)) {
      remarks.add(new Remark("The text holds control characters. They are kept as they are."));
    }
    if (!decision.fits()) {
      remarks.add(
          new Remark(
              "The decision is longer than Jira can keep with an issue, about "
                  + Decision.LARGEST
                  + " characters. Shorten it or move a part into a linked page."));
    }
    return remarks;
  }

  private static void unread(Decision decision, Fact fact, boolean unread, List<Remark> remarks) {
    decision
        .fact(fact)
        .filter(passage -> unread)
        .ifPresent(passage ->
            remarks.add(
                new Remark(
                    "\""
                        + fact.label()
                        + "\" is not understood and kept as it is written: "
                        + shortened(passage.written()))));
  }

  private static String shortened(String text) {
    int longest = 80;
    return text.length() <= longest ? text : text.substring(0, longest) + "…";
  }

  private static boolean isControl(int c) {
    return Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t';
  }
}
