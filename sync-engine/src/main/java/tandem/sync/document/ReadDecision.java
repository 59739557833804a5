package tandem.sync.document;

import java.util.List;
import tandem.sync.model.Decision;

/** A document as a decision, and what was not understood in it. */
public record ReadDecision(Decision decision, List<Remark> remarks) {
  public ReadDecision {
    remarks = List.copyOf(remarks);
  }
}
