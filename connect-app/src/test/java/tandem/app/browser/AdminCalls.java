package tandem.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.jspecify.annotations.Nullable;
import tandem.app.fixture.Http;
import tandem.sandbox.jira.Cast;

/** What the admin page and an admin's script send, to addresses below {@code /api/admin/}. */
record AdminCalls(RunningHouse house) {
  private static final int REFUSED = 400;

  void send(String method, String path, @Nullable Object body) {
    HttpResponse<String> unused = answer(method, path, body);
  }

  JsonNode read(String path) {
    return Http.json(answer("GET", path, null));
  }

  private HttpResponse<String> answer(String method, String path, @Nullable Object body) {
    String token = house.site().contextToken("tandem", Cast.ADMIN);
    HttpResponse<String> answer =
        Http.call(method, house.app().resolve("/api/admin/" + path), token, body);
    assertThat(answer.statusCode()).as(answer.body()).isLessThan(REFUSED);
    return answer;
  }
}
