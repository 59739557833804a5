package tandem.sync.linear;

import org.junit.jupiter.api.AfterEach;
import tandem.sandbox.linear.LinearSettings;
import tandem.sync.replica.ReplicaContract;

/** The contract on a Linear that swaps labels of a group in one update. */
class LinearReplicaContractTest extends ReplicaContract {
  private LinearBench linear;

  @Override
  protected Bench open() {
    linear = new LinearBench(LinearSettings.defaults());
    return linear;
  }

  @AfterEach
  void stop() {
    linear.close();
  }
}
