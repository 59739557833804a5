package tandem.sync.engine;

import java.util.Optional;
import tandem.sync.model.InstallationId;
import tandem.sync.model.IssueId;
import tandem.sync.model.Side;

/** The read side, for panels and pages. */
@SuppressWarnings({"UnusedVariable", "DoNotCallSuggester"}) // until its body lands
public final class Links {
  private final Durable durable;

  public Links(Durable durable) {
    this.durable = durable;
  }

  /** The link of an issue, one read of the database; empty where it has none. */
  public Optional<LinkView> ofIssue(InstallationId installation, Side side, IssueId issue) {
    throw new UnsupportedOperationException();
  }
}
