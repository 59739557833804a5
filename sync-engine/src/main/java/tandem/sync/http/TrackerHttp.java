package tandem.sync.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Optional;
import java.util.function.Function;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.BufferedSource;
import okio.ByteString;
import tandem.sync.replica.Outcome;
import tandem.sync.replica.RemoteFailure;

/**
 * The way to one tracker's hosts. Safe for many threads; one instance for a process.
 *
 * <p>Follows no redirect, so that an {@code Authorization} header never leaves the configured site.
 * A call blocks for at most two attempts of {@link CallLimits#call} and the moments between them.
 * It never throws for what the network or the tracker did.
 */
public final class TrackerHttp {
  private final String tracker;
  private final CallLimits limits;
  private final Patience patience;
  private final OkHttpClient client;

  /**
   * @param tracker its name in messages to people
   */
  public TrackerHttp(String tracker, CallLimits limits) {
    this.tracker = tracker;
    this.limits = limits;
    this.patience = new Patience(tracker, limits);
    this.client =
        new OkHttpClient.Builder()
            .followRedirects(false)
            .followSslRedirects(false)
            .connectTimeout(limits.connect())
            .readTimeout(limits.call())
            .writeTimeout(limits.call())
            .callTimeout(limits.call())
            .eventListenerFactory(call -> new SentMark.Setter())
            .build();
  }

  /**
   * Sends a request and says what its answer means. A write sends a {@link JsonBody}.
   *
   * @param meaning must not throw; may be asked twice, once for each attempt
   * @return {@code TrackerDown} where nothing was sent or a read was not answered, {@code Rejected}
   *     where a read was answered with more than {@link CallLimits#bodyBytes}, {@code Unknown}
   *     where a write was sent and not answered, else what {@code meaning} says
   */
  public <T> Outcome<T> call(Request request, Effect effect, Function<Answer, Outcome<T>> meaning) {
    HttpUrl url = request.url();
    return patience.with(url.host() + ':' + url.port(), () -> attempt(request, effect, meaning));
  }

  private <T> Outcome<T> attempt(
      Request request, Effect effect, Function<Answer, Outcome<T>> meaning) {
    SentMark mark = new SentMark();
    Answer answer;
    try (Response response = client.newCall(marked(request, mark)).execute()) {
      Optional<ByteString> body = bounded(response);
      answer = new Answer(response.code(), response.headers(), body.orElse(ByteString.EMPTY));
      if (body.isEmpty() && answer.isSuccess() && effect == Effect.READ) {
        return new Outcome.Failed<>(tooLarge());
      }
    } catch (IOException noAnswer) {
      return new Outcome.Failed<>(failure(noAnswer, effect == Effect.WRITE && mark.isSet()));
    }
    return meaning.apply(answer);
  }

  private static Request marked(Request request, SentMark mark) {
    return request.newBuilder().tag(SentMark.class, mark).build();
  }

  /** Empty where it is larger than the limit. */
  private Optional<ByteString> bounded(Response response) throws IOException {
    BufferedSource source = response.body().source();
    return source.request(limits.bodyBytes() + 1L)
        ? Optional.empty()
        : Optional.of(source.readByteString());
  }

  /** Asking again would give the same; it is no sign that the tracker is in trouble. */
  private RemoteFailure tooLarge() {
    return new RemoteFailure.Rejected(
        "%s answered with more than is read at once, %,d bytes; something on the issue has to become"
                .formatted(tracker, limits.bodyBytes())
            + " smaller");
  }

  private RemoteFailure failure(IOException noAnswer, boolean mayHaveHappened) {
    String what =
        tracker
            + (noAnswer instanceof InterruptedIOException
                ? " did not answer in time"
                : " could not be reached, or the connection broke")
            + " ("
            + noAnswer.getClass().getSimpleName()
            + ")";
    return mayHaveHappened
        ? new RemoteFailure.Unknown(what + "; the change may have been made")
        : new RemoteFailure.TrackerDown(what);
  }
}
