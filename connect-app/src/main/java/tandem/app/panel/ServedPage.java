package tandem.app.panel;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import tandem.app.lifecycle.Caller;

/**
 * How every page for an iframe is served: never cached, framed by the caller's own Jira only, and
 * in two parts. The first names the scripts, which the browser fetches while Jira is asked for what
 * the second brings along. Nothing in a page is a secret of the app's, nor a token: for each
 * further call its script gets one from the host.
 */
@Component
class ServedPage {
  private static final Logger LOG = LoggerFactory.getLogger(ServedPage.class);

  private final PanelHtml html;
  private final PanelPolicy policy;
  private final FirstLook firstLook;

  ServedPage(PanelHtml html, PanelPolicy policy, FirstLook firstLook) {
    this.html = html;
    this.policy = policy;
    this.firstLook = firstLook;
  }

  /**
   * A page.
   *
   * @param entry of the build of the panels, for instance {@code tradeoff}
   * @param asked what its script would ask first
   */
  record Page(String entry, String title, List<FirstLook.Question> asked) {}

  void send(Caller caller, Page page, HttpServletResponse response) throws IOException {
    PanelHtml.Begin begin = html.begin(page.entry(), page.title());
    Callable<String> brought = firstLook.begin(caller, page.asked());
    response.setContentType("text/html;charset=UTF-8");
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setHeader("Content-Security-Policy", policy.of(caller.installation()));
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader(HttpHeaders.LINK, begin.links());
    PrintWriter out = response.getWriter();
    out.write(begin.html());
    response.flushBuffer();
    out.write(broughtBy(brought));
    out.write(PanelHtml.END);
  }

  /** The page has begun: whatever goes wrong from here on, it is ended as a page. */
  private static String broughtBy(Callable<String> brought) {
    try {
      return brought.call();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return "";
    } catch (Exception unforeseen) {
      LOG.warn("A page goes without answers, which its script asks for", unforeseen);
      return "";
    }
  }
}
