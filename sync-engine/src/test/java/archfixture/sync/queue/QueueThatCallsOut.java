package archfixture.sync.queue;

import archfixture.sync.engine.EngineThatIsABean;
import okhttp3.archfixture.Call;

/** Breaks two rules on purpose: it makes a remote call, and it knows the engine. */
public final class QueueThatCallsOut {
  Call call;
  EngineThatIsABean engine;
}
