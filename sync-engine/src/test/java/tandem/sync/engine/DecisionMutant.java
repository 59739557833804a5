package tandem.sync.engine;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tandem.sync.model.DecisionId;
import tandem.sync.model.InstallationId;
import tandem.sync.model.LinkId;
import tandem.sync.queue.Claim;
import tandem.sync.queue.Lease;
import tandem.sync.queue.MemoryWorkQueue;
import tandem.sync.queue.UnfencedQueue;
import tandem.sync.store.DecisionIntent;
import tandem.sync.store.DecisionState;
import tandem.sync.store.DecisionStates;
import tandem.sync.store.DecisionStore;
import tandem.sync.store.LinkStore;
import tandem.sync.store.MemoryDatabase;
import tandem.sync.store.MemoryLinkStore;
import tandem.sync.store.StepwiseDatabase;

/** Engines for decisions with one precaution taken out, at the ports that the engine works on. */
enum DecisionMutant {
  /** The real engine. */
  NONE,

  /** What the events tell of the values that writes replaced is not heard. */
  WHAT_A_WRITE_REPLACED_IS_NOT_HEARD,

  INTENTS_ARE_FORGOTTEN_WHEN_A_TURN_BEGINS {
    @Override
    Object call(DecisionStore real, Call call, Memory memory) {
      return call.is("find") ? memory.since(call.<DecisionStates>on(real), false) : call.on(real);
    }
  },

  A_WRITE_WITHOUT_ANSWER_IS_NOT_READ_BACK {
    @Override
    Object call(DecisionStore real, Call call, Memory memory) {
      return call.is("find") ? memory.since(call.<DecisionStates>on(real), true) : call.on(real);
    }
  },

  NO_CONFLICT_IS_KEPT {
    @Override
    Object call(DecisionStore real, Call call, Memory memory) {
      return call.is("disputes") ? 0 : call.on(real);
    }
  },

  THE_BASE_IS_NEVER_MOVED {
    @Override
    Object call(DecisionStore real, Call call, Memory memory) {
      if (!call.is("agreed")) {
        return call.on(real);
      }
      Object[] given = call.arguments().clone();
      String first = real.find((LinkId) given[0]).of((DecisionId) given[1]).base();
      given[2] = first.isEmpty() ? given[2] : first;
      return new Call(call.method(), given).on(real);
    }
  },

  NO_FENCE {
    @Override
    MemoryWorkQueue queue(MemoryDatabase database, Memory memory) {
      return new UnfencedQueue(database);
    }
  },

  A_STEP_IS_NOT_ONE_TRANSACTION {
    @Override
    MemoryDatabase database() {
      return new StepwiseDatabase();
    }
  },

  NO_SWEEP {
    @Override
    boolean sweeps() {
      return false;
    }
  };

  MemoryDatabase database() {
    return new MemoryDatabase();
  }

  MemoryWorkQueue queue(MemoryDatabase database, Memory memory) {
    return new MemoryWorkQueue(database) {
      @Override
      public List<Claim> claim(InstallationId installation, int atMost, Lease lease) {
        memory.aTurnBegins();
        return super.claim(installation, atMost, lease);
      }
    };
  }

  boolean sweeps() {
    return true;
  }

  /** A call of the engine on the store of decisions. */
  Object call(DecisionStore real, Call call, Memory memory) {
    return call.on(real);
  }

  /** The links as the engine sees them. */
  final LinkStore links(MemoryLinkStore real, Memory memory) {
    if (this == NONE) {
      return real;
    }
    DecisionStore spoilt = port(DecisionStore.class, call -> call(real.decisions(), call, memory));
    return port(LinkStore.class, call -> call.is("decisions") ? spoilt : call.on(real));
  }

  private interface Answering {
    Object answer(Call call);
  }

  private static <T> T port(Class<T> type, Answering answering) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) ->
                answering.answer(
                    new Call(method, Optional.ofNullable(arguments).orElse(new Object[0])))));
  }

  /** One call of a port, to be passed on or not. */
  @SuppressWarnings("ArrayRecordComponent")
  record Call(Method method, Object[] arguments) {
    boolean is(String name) {
      return method.getName().equals(name);
    }

    @SuppressWarnings("unchecked")
    <T> T on(Object real) {
      try {
        return (T) method.invoke(real, arguments);
      } catch (InvocationTargetException thrown) {
        if (thrown.getCause() instanceof Error error) {
          throw error;
        }
        throw (RuntimeException) thrown.getCause();
      } catch (IllegalAccessException impossible) {
        throw new IllegalStateException(impossible);
      }
    }
  }

  /** What one world's mutant has to know of the intents that it saw. */
  static final class Memory {
    private long newest;
    private long old;

    private void aTurnBegins() {
      old = newest;
    }

    /** As if there were no intents of earlier turns, or all of them had been answered. */
    private DecisionStates since(DecisionStates states, boolean answered) {
      SortedMap<DecisionId, DecisionState> all = new TreeMap<>();
      states.all().forEach((id, state) -> all.put(id, since(state, answered)));
      return new DecisionStates(states.leftRead(), states.rightRead(), all);
    }

    private DecisionState since(DecisionState state, boolean answered) {
      List<DecisionIntent> intents = new ArrayList<>();
      for (DecisionIntent intent : state.intents()) {
        newest = Math.max(newest, intent.id());
        if (intent.id() > old) {
          intents.add(intent);
        } else if (answered) {
          intents.add(answered(intent));
        }
      }
      return new DecisionState(
          state.base(), state.left(), state.right(), intents, state.disputes(), state.ruling());
    }

    private static DecisionIntent answered(DecisionIntent it) {
      return new DecisionIntent(
          it.id(),
          it.plan(),
          it.side(),
          it.before(),
          it.after(),
          it.agreed(),
          it.why(),
          it.causedAt(),
          true,
          it.look());
    }
  }
}
