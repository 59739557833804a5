package tandem.sync.http;

import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.Call;
import okhttp3.EventListener;

/**
 * Remembers for one request whether its first byte went out. Only then can a failed write have
 * happened; the kind of exception does not tell.
 */
final class SentMark {
  private final AtomicBoolean sent = new AtomicBoolean();

  boolean isSet() {
    return sent.get();
  }

  /** Sets the marks of a client's requests. */
  static final class Setter extends EventListener {
    @Override
    public void requestHeadersStart(Call call) {
      SentMark mark = call.request().tag(SentMark.class);
      if (mark != null) {
        mark.sent.set(true);
      }
    }
  }
}
