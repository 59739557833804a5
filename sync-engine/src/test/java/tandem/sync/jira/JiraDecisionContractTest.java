package tandem.sync.jira;

import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import tandem.sync.document.DecisionJson;
import tandem.sync.document.DecisionMarkdown;
import tandem.sync.model.DecisionId;
import tandem.sync.model.Held;
import tandem.sync.model.IssueId;
import tandem.sync.replica.DecisionContract;
import tandem.sync.replica.Replica;
import tandem.sync.replica.ReplicaContract;

/** The contract on the sandbox's Jira. */
class JiraDecisionContractTest extends DecisionContract {
  private JiraBench jira;

  @Override
  protected Bench open() {
    jira = new JiraBench();
    return new Desk(jira, jira.create(Optional.empty()));
  }

  @AfterEach
  void stop() {
    jira.close();
  }

  /** A person at Jira, who has Tandem's panel. */
  private record Desk(JiraBench jira, IssueId issue) implements Bench {
    private static final DecisionId BEGUN = new DecisionId("begun-in-jira");

    @Override
    public Replica replica() {
      return jira.replica();
    }

    @Override
    public IssueId absent() {
      return jira.absent();
    }

    @Override
    public DecisionId start(String markdown) {
      put(BEGUN, markdown);
      return BEGUN;
    }

    @Override
    public void edit(Held.Legible held, String markdown) {
      put(held.decision().id(), markdown);
    }

    private void put(DecisionId id, String markdown) {
      jira.property(
          issue,
          JiraDecision.key(id),
          DecisionJson.write(DecisionMarkdown.read(id, markdown).decision()));
    }

    @Override
    public void remove(Held held) {
      jira.removeProperty(issue, held.original().ref());
    }

    @Override
    public void clutter() {
      jira.property(issue, "tandem.impact", "{\"v\": 1}");
      jira.property(issue, "com.example.decision.1", "\"x\"");
    }

    @Override
    public void failNext(ReplicaContract.Trouble trouble) {
      jira.failNextWrite(trouble);
    }

    @Override
    public int calls() {
      return jira.calls();
    }
  }
}
