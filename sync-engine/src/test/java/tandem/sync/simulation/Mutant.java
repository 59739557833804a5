package tandem.sync.simulation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tandem.sync.model.Draw;
import tandem.sync.model.InstallationId;
import tandem.sync.model.IssueId;
import tandem.sync.model.LinkId;
import tandem.sync.model.MappingId;
import tandem.sync.model.Side;
import tandem.sync.model.Snapshot;
import tandem.sync.queue.Claim;
import tandem.sync.queue.Completion;
import tandem.sync.queue.Lease;
import tandem.sync.queue.MemoryWorkQueue;
import tandem.sync.queue.UnfencedQueue;
import tandem.sync.replica.Change;
import tandem.sync.replica.Observation;
import tandem.sync.replica.Outcome;
import tandem.sync.replica.RemoteFailure;
import tandem.sync.replica.Replica;
import tandem.sync.store.ConflictRecord;
import tandem.sync.store.Glance;
import tandem.sync.store.Intent;
import tandem.sync.store.LinkState;
import tandem.sync.store.MemoryDatabase;
import tandem.sync.store.MemoryLinkStore;
import tandem.sync.store.MemoryRulings;
import tandem.sync.store.MemorySweepMarks;
import tandem.sync.store.Receipt;
import tandem.sync.store.StepwiseDatabase;
import tandem.sync.store.SweepMarks;

/**
 * Engines with one precaution taken out. It is taken out at the ports that the engine works on, so
 * that the engine itself is the real one in every simulation.
 */
enum Mutant {
  /** The real engine. */
  NONE,

  INTENTS_ARE_NOT_DURABLE {
    @Override
    MemoryLinkStore links(MemoryDatabase database, House house) {
      return new ForgetfulStore(database);
    }

    @Override
    MemoryWorkQueue queue(MemoryDatabase database, MemoryLinkStore links) {
      return new MemoryWorkQueue(database) {
        @Override
        public List<Claim> claim(InstallationId installation, int atMost, Lease lease) {
          ((ForgetfulStore) links).forget();
          return super.claim(installation, atMost, lease);
        }
      };
    }
  },

  A_WRITE_WITHOUT_ANSWER_IS_NOT_READ_BACK {
    @Override
    MemoryLinkStore links(MemoryDatabase database, House house) {
      return new MemoryLinkStore(database) {
        @Override
        public Optional<LinkState> find(LinkId link) {
          return super.find(link).map(Views::answered);
        }
      };
    }
  },

  A_WRITE_WITHOUT_ANSWER_IS_TAKEN_FOR_DONE {
    @Override
    Replica replica(Replica real, House house, Side side) {
      return new Views.Wrapped(real) {
        @Override
        public Outcome<Observation> apply(IssueId issue, Change change) {
          Outcome<Observation> answer = super.apply(issue, change);
          return answer instanceof Outcome.Failed<Observation>(RemoteFailure.Unknown unknown)
              ? new Outcome.Done<>(Views.asAsked(house, side, issue, change))
              : answer;
        }
      };
    }
  },

  NO_FENCE {
    @Override
    MemoryWorkQueue queue(MemoryDatabase database, MemoryLinkStore links) {
      return new UnfencedQueue(database);
    }
  },

  EVENTS_ARE_TRUSTED_IN_THE_ORDER_OF_ARRIVAL {
    @Override
    MemoryLinkStore links(MemoryDatabase database, House house) {
      return new MemoryLinkStore(database) {
        private long arrivals;

        @Override
        public boolean observed(LinkId link, Side side, String key, Snapshot seen) {
          Instant arrival = house.instant().plusNanos(++arrivals);
          return super.observed(link, side, key, new Snapshot(seen.budgets(), arrival));
        }
      };
    }
  },

  NEWS_DURING_THE_WORK_IS_ACKNOWLEDGED_WITH_IT {
    @Override
    MemoryWorkQueue queue(MemoryDatabase database, MemoryLinkStore links) {
      return new MemoryWorkQueue(database) {
        @Override
        public Completion complete(Claim claim, Instant now) {
          Completion completion = super.complete(claim, now);
          if (completion == Completion.DIRTY_AGAIN) {
            for (Claim other : claim(claim.installation(), 9, Lease.of("mutant", now))) {
              boolean mine = other.link().equals(claim.link());
              Object unused = mine ? super.complete(other, now) : super.release(other, now);
            }
          }
          return completion;
        }
      };
    }
  },

  NO_SWEEP {
    @Override
    boolean sweeps() {
      return false;
    }
  },

  NO_COMPARE_BEFORE_A_WRITE {
    @Override
    Replica replica(Replica real, House house, Side side) {
      return new Views.Wrapped(real) {
        @Override
        public Outcome<Observation> read(IssueId issue) {
          return Views.known(house, side, issue)
              .<Outcome<Observation>>map(Outcome.Done::new)
              .orElseGet(() -> super.read(issue));
        }
      };
    }
  },

  A_STEP_IS_NOT_ONE_TRANSACTION {
    @Override
    MemoryDatabase database() {
      return new StepwiseDatabase();
    }
  },

  A_READ_ANSWERS_NEWS_THAT_CAME_DURING_IT {
    @Override
    MemoryLinkStore links(MemoryDatabase database, House house) {
      return new MemoryLinkStore(database) {
        @Override
        public void seen(LinkId link, Side side, long news) {
          super.seen(link, side, Long.MAX_VALUE / 2);
        }
      };
    }
  },

  VANISHED_WORKERS_KEEP_THEIR_LEASE {
    @Override
    MemoryWorkQueue queue(MemoryDatabase database, MemoryLinkStore links) {
      return new MemoryWorkQueue(database) {
        @Override
        public int reap(Instant now) {
          return 0;
        }
      };
    }
  },

  A_KNOWN_VALUE_IS_NEWS {
    @Override
    MemoryLinkStore links(MemoryDatabase database, House house) {
      return new MemoryLinkStore(database) {
        @Override
        public Optional<Glance> glance(InstallationId tenant, Side side, IssueId issue) {
          return super.glance(tenant, side, issue).map(Views::ofAnyTime);
        }

        @Override
        public boolean stillHeld(Glance glance, Side side, String key, Instant at) {
          return false;
        }

        @Override
        public boolean observed(LinkId link, Side side, String key, Snapshot seen) {
          boolean unused = super.observed(link, side, key, seen);
          return true;
        }
      };
    }
  },

  NO_RECEIPT {
    @Override
    MemoryLinkStore links(MemoryDatabase database, House house) {
      return new MemoryLinkStore(database) {
        @Override
        public List<Receipt> receipts(LinkId link) {
          return List.of();
        }
      };
    }
  },

  WHAT_NOBODY_ANSWERED_HAS_NO_RECEIPT {
    @Override
    MemoryLinkStore links(MemoryDatabase database, House house) {
      return new MemoryLinkStore(database) {
        @Override
        public void doubted(LinkId link, Intent intent, Instant now) {}
      };
    }
  },

  NO_CONFLICT_IS_KEPT {
    @Override
    MemoryLinkStore links(MemoryDatabase database, House house) {
      return new MemoryLinkStore(database) {
        @Override
        public boolean conflict(LinkId link, ConflictRecord conflict) {
          return false;
        }
      };
    }
  },

  A_SWEEP_LOOKS_BACK_FOR_MINUTES_ONLY {
    @Override
    SweepMarks marks(House house) {
      return new MemorySweepMarks() {
        @Override
        public Optional<Mark> find(InstallationId tenant, MappingId mapping, Side side) {
          return Optional.of(new Mark(house.instant(), house.instant(), 0, 0));
        }
      };
    }
  },

  A_RULING_IS_CARRIED_OUT_ALTHOUGH_SOMEBODY_EDITED {
    @Override
    MemoryRulings rulings(MemoryDatabase database, House house) {
      return new MemoryRulings(database) {
        @Override
        public Optional<Given> open(LinkId link) {
          LinkState state = house.links.find(link).orElseThrow();
          return super.open(link).map(given -> Views.overWhatIsKnown(given, state));
        }
      };
    }
  },

  A_RULING_NEVER_ENDS {
    @Override
    MemoryRulings rulings(MemoryDatabase database, House house) {
      return new MemoryRulings(database) {
        @Override
        public void end(long ruling, Ending ending, Instant now) {
          if (ending == Ending.REPLACED) {
            super.end(ruling, ending, now);
          }
        }
      };
    }
  },

  THE_BASE_IS_NEVER_MOVED {
    @Override
    MemoryLinkStore links(MemoryDatabase database, House house) {
      return new MemoryLinkStore(database) {
        @Override
        public void agreed(LinkId link, Draw draw, Instant now) {
          Draw first = find(link).flatMap(LinkState::base).map(LinkState.Base::draw).orElse(draw);
          super.agreed(link, first, now);
        }
      };
    }
  };

  MemoryDatabase database() {
    return new MemoryDatabase();
  }

  MemoryLinkStore links(MemoryDatabase database, House house) {
    return new MemoryLinkStore(database);
  }

  MemoryWorkQueue queue(MemoryDatabase database, MemoryLinkStore links) {
    return new MemoryWorkQueue(database);
  }

  MemoryRulings rulings(MemoryDatabase database, House house) {
    return new MemoryRulings(database);
  }

  SweepMarks marks(House house) {
    return new MemorySweepMarks();
  }

  Replica replica(Replica real, House house, Side side) {
    return real;
  }

  boolean sweeps() {
    return true;
  }

  /** Forgets the intents when a new turn begins, as if they had been in the process only. */
  private static final class ForgetfulStore extends MemoryLinkStore {
    private long newest;
    private long forgotten;

    ForgetfulStore(MemoryDatabase database) {
      super(database);
    }

    void forget() {
      forgotten = newest;
    }

    @Override
    public long intend(LinkId link, Intent intent, Instant now) {
      newest = super.intend(link, intent, now);
      return newest;
    }

    @Override
    public Optional<LinkState> find(LinkId link) {
      return super.find(link).map(state -> Views.since(state, forgotten));
    }
  }
}
