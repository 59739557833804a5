package tandem.sync.http;

import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import okio.ByteString;

/**
 * JSON to send. OkHttp may repeat a request by itself, on a stale connection or after a 503 with
 * {@code Retry-After: 0}; the body of a write goes out once, so that nothing is written twice
 * behind our back.
 */
public final class JsonBody extends RequestBody {
  private static final MediaType JSON = MediaType.get("application/json");

  private final ByteString content;
  private final Effect effect;

  public JsonBody(ByteString content, Effect effect) {
    this.content = content;
    this.effect = effect;
  }

  @Override
  public MediaType contentType() {
    return JSON;
  }

  @Override
  public long contentLength() {
    return content.size();
  }

  @Override
  public boolean isOneShot() {
    return effect == Effect.WRITE;
  }

  @Override
  public void writeTo(BufferedSink sink) throws IOException {
    sink.write(content);
  }
}
