package tandem.sync.linear;

import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import tandem.sandbox.linear.LinearSettings;
import tandem.sync.document.DecisionMarkdown;
import tandem.sync.document.TitledDocument;
import tandem.sync.model.DecisionId;
import tandem.sync.model.Held;
import tandem.sync.model.IssueId;
import tandem.sync.replica.DecisionContract;
import tandem.sync.replica.Replica;
import tandem.sync.replica.ReplicaContract;

/** The contract on the sandbox's Linear. */
class LinearDecisionContractTest extends DecisionContract {
  private LinearBench linear;

  @Override
  protected Bench open() {
    linear = new LinearBench(LinearSettings.defaults());
    return new Desk(linear, linear.create(Optional.empty()));
  }

  @AfterEach
  void stop() {
    linear.close();
  }

  /** A person at Linear, who has nothing but Linear. */
  private record Desk(LinearBench linear, IssueId issue) implements Bench {
    @Override
    public Replica replica() {
      return linear.replica();
    }

    @Override
    public IssueId absent() {
      return linear.absent();
    }

    @Override
    public DecisionId start(String markdown) {
      TitledDocument document = document(markdown);
      return new DecisionId(linear.document(issue, document.title(), document.content()));
    }

    @Override
    public void edit(Held.Legible held, String markdown) {
      TitledDocument document = document(markdown);
      linear.edit(held.original().ref(), document.title(), document.content());
    }

    private static TitledDocument document(String markdown) {
      return TitledDocument.NONE
          .write(DecisionMarkdown.read(ID, markdown).decision())
          .orElseThrow();
    }

    @Override
    public void remove(Held held) {
      linear.trash(held.original().ref());
    }

    @Override
    public void clutter() {
      linear.document(issue, "Decisions of last year", "# Decision: none\n");
      linear.document(issue, "Notes", "Decision: none");
      linear.comment(issue, "No /decision yet");
    }

    @Override
    public void failNext(ReplicaContract.Trouble trouble) {
      linear.failNextWrite(trouble);
    }

    @Override
    public int calls() {
      return linear.calls();
    }
  }
}
