package tandem.sandbox.jira.desk;

import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import tandem.sandbox.jira.state.SiteEvent;

/** Tells whoever listens what happened, after it happened, on the thread that did it. */
public final class Newsroom {
  private final CopyOnWriteArrayList<Consumer<SiteEvent>> listeners = new CopyOnWriteArrayList<>();

  public void listen(Consumer<SiteEvent> listener) {
    listeners.add(listener);
  }

  void tell(SiteEvent event) {
    listeners.forEach(listener -> listener.accept(event));
  }
}
