package tandem.sync.replica;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import tandem.sync.document.DecisionMarkdown;
import tandem.sync.model.Decision;
import tandem.sync.model.DecisionId;
import tandem.sync.model.Held;
import tandem.sync.model.IssueId;
import tandem.sync.replica.FakeCalls.Call;
import tandem.sync.replica.FakeCalls.Fault;
import tandem.sync.replica.FakeTracker.Shelf;

/** What the engine is tested with keeps decisions as the trackers do. */
class FakeDecisionContractTest {
  @Nested
  class ByKey extends DecisionContract {
    @Override
    protected Bench open() {
      return new Desk(Shelf.PROPERTIES);
    }
  }

  @Nested
  class AsDocuments extends DecisionContract {
    @Override
    protected Bench open() {
      return new Desk(Shelf.DOCUMENTS);
    }
  }

  private static final class Desk implements DecisionContract.Bench {
    private static final DecisionId BEGUN = new DecisionId("begun");

    private final Shelf shelf;
    private final FakeTracker tracker;
    private final IssueId issue;

    Desk(Shelf shelf) {
      this.shelf = shelf;
      this.tracker = new FakeTracker("SHOP", Instant.parse("2026-03-01T12:00:00Z"), shelf);
      this.issue = tracker.create("1", Set.of(), Set.of());
      if (shelf == Shelf.DOCUMENTS) {
        tracker.listDecisions();
      }
    }

    @Override
    public Replica replica() {
      return tracker;
    }

    @Override
    public IssueId issue() {
      return issue;
    }

    @Override
    public IssueId absent() {
      return new IssueId("shop-0");
    }

    @Override
    public DecisionId start(String markdown) {
      DecisionId id =
          switch (shelf) {
            case PROPERTIES -> BEGUN;
            case DOCUMENTS -> tracker.begin(issue, "begun");
          };
      tracker.edit(issue, decision(id, markdown));
      return id;
    }

    @Override
    public void edit(Held.Legible held, String markdown) {
      tracker.edit(issue, decision(held.decision().id(), markdown));
    }

    private static Decision decision(DecisionId id, String markdown) {
      return DecisionMarkdown.read(id, markdown).decision();
    }

    @Override
    public void remove(Held held) {
      tracker.remove(issue, ((Held.Legible) held).decision().id());
    }

    /** The shelf holds decisions and nothing else. */
    @Override
    public void clutter() {}

    @Override
    public void failNext(ReplicaContract.Trouble trouble) {
      boolean[] over = {false};
      tracker.faults(call -> {
        boolean suffers = call == Call.WRITE && !over[0];
        over[0] |= suffers;
        return suffers ? fault(trouble) : Fault.NONE;
      });
    }

    private static Fault fault(ReplicaContract.Trouble trouble) {
      return switch (trouble) {
        case RATE_LIMIT -> Fault.RATE_LIMITED;
        case ERROR_BEFORE -> Fault.ERROR_BEFORE;
        case ERROR_AFTER -> Fault.ERROR_AFTER;
        case ACCESS_GONE -> Fault.ACCESS_GONE;
      };
    }

    @Override
    public int calls() {
      return tracker.reads() + tracker.writes();
    }
  }
}
