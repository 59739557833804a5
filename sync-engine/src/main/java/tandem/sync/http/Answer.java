package tandem.sync.http;

import java.util.Optional;
import okhttp3.Headers;
import okio.ByteString;

/**
 * What a tracker answered.
 *
 * @param status the HTTP status
 * @param headers as they came; names are matched whatever their case
 * @param body the whole body, or nothing of it where it was larger than {@link
 *     CallLimits#bodyBytes}
 */
public record Answer(int status, Headers headers, ByteString body) {
  private static final int SUCCESS_FROM = 200;
  private static final int SUCCESS_TO = 299;
  private static final int SERVER_ERROR_FROM = 500;

  /** 2xx. */
  public boolean isSuccess() {
    return status >= SUCCESS_FROM && status <= SUCCESS_TO;
  }

  /** 5xx. */
  public boolean isServerError() {
    return status >= SERVER_ERROR_FROM;
  }

  /** The first header of that name. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }
}
