package tandem.sync.jira;

import org.junit.jupiter.api.AfterEach;
import tandem.sync.replica.ReplicaContract;

/** The contract on the sandbox's Jira. */
class JiraReplicaContractTest extends ReplicaContract {
  private JiraBench jira;

  @Override
  protected Bench open() {
    jira = new JiraBench();
    return jira;
  }

  @AfterEach
  void stop() {
    jira.close();
  }
}
