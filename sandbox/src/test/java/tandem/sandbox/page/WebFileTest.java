package tandem.sandbox.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tandem.sandbox.jira.JiraSettings;
import tandem.sandbox.jira.JiraSite;

/** The files of the pages, as a browser gets them. */
class WebFileTest {
  private static final String LARGE = "/sandbox/web/jira/layout.css";
  private static JiraSite jira;

  @BeforeAll
  static void start() {
    jira = JiraSite.start(JiraSettings.standard(), routes -> Pages.jira(routes, () -> 1));
  }

  @AfterAll
  static void stop() {
    jira.close();
  }

  private static HttpResponse<byte[]> get(String... headers) throws Exception {
    var request = HttpRequest.newBuilder(URI.create(jira.baseUrl() + LARGE));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return HttpClient.newHttpClient()
        .send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  @Test
  void aLargeFileComesPackedToWhoTakesItSoAndIsTheSame() throws Exception {
    byte[] plain = get().body();
    HttpResponse<byte[]> packed = get("Accept-Encoding", "gzip, br");
    assertThat(packed.headers().firstValue("Content-Encoding")).hasValue("gzip");
    assertThat(packed.headers().firstValue("Vary")).hasValue("Accept-Encoding");
    assertThat(packed.body()).hasSizeLessThan(plain.length);
    try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
      assertThat(unpacked.readAllBytes()).isEqualTo(plain);
    }
  }

  @Test
  void whatABrowserHasAlreadyIsNotSentAgain() throws Exception {
    String tag = get("Accept-Encoding", "gzip").headers().firstValue("ETag").orElseThrow();
    HttpResponse<byte[]> again = get("If-None-Match", tag, "Accept-Encoding", "gzip");
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
  }
}
