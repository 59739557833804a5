package tandem.app.runtime;

import org.jspecify.annotations.Nullable;

/**
 * The application cannot start. The message is one sentence for the operator: what is wrong and
 * what to do; it is printed without a stack trace.
 */
final class StartRefused extends RuntimeException {
  StartRefused(String sentence) {
    super(sentence);
  }

  StartRefused(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
  }
}
