package tandem.sandbox.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * A Connect app of another origin with a module at every place. Its page asks the genuine client
 * for what apps ask, and writes the answers down.
 */
@SuppressWarnings("InlineFormatString") // they are documents
final class TestApp implements AutoCloseable {
  private static final String DESCRIPTOR =
      """
      {"key": "test-app", "name": "Test app", "baseUrl": "%1$s", "authentication": {"type": "jwt"},
       "apiVersion": 1, "apiMigrations": {"context-qsh": true, "signed-install": true},
       "lifecycle": {"installed": "/done", "uninstalled": "/done"}, "scopes": ["READ"],
       "modules": {
         "jiraIssueContents": [{"key": "below", "name": {"value": "Below"}, "icon": {"width": 16, "height": 16, "url": "/i.svg"},
            "target": {"type": "web_panel", "url": "/page?place=below&issue={issue.key}"}}],
         "jiraIssueContexts": [{"key": "beside", "name": {"value": "Beside"}, "icon": {"width": 16, "height": 16, "url": "/i.svg"},
            "target": {"type": "web_panel", "url": "/page?place=beside"}}],
         "jiraProjectPages": [{"key": "project-page", "name": {"value": "Project place"}, "url": "/page?place=project"}],
         "jiraDashboardItems": [{"key": "gadget", "name": {"value": "Gadget place"}, "description": {"value": "A gadget"},
            "thumbnailUrl": "/i.svg", "configurable": true, "url": "/page?place=gadget&item={dashboardItem.id}"}],
         "adminPages": [{"key": "admin-page", "name": {"value": "Admin place"}, "url": "/page?place=admin"}]}}
      """;

  private static final String PAGE =
      """
      <!doctype html><html lang="en"><head><title>Test app</title><script src="%1$s/atlassian-connect/all.js"></script>
      <style>body{margin:0;color:var(--ds-text);font:14px sans-serif}</style></head><body><ul id="said"></ul><script>
      const said = (what, value) => {
        document.querySelector('#said').insertAdjacentHTML('beforeend', '<li></li>');
        document.querySelector('#said').lastChild.textContent = what + ' ' + JSON.stringify(value);
        AP.resize('100%%', document.body.scrollHeight + 8 + 'px');
      };
      AP.theming.initializeTheming();
      AP.context.getToken((token) => said('token parts', token.split('.').length));
      AP.context.getContext((context) => said('context', context));
      AP.user.getCurrentUser((user) => said('user', user.atlassianAccountId));
      AP.request('/rest/api/3/myself').then((answer) => said('request', JSON.parse(answer.body).accountId));
      AP.request('/rest/api/3/issue/NONE-1').catch((answer) => said('refused', answer.xhr.status));
      AP.events.on('JIRA_ISSUE_CHANGED', (event) => said('changed', event.issueKey));
      AP.jira.isDashboardItemEditable((editable) => said('editable', editable));
      AP.jira.DashboardItem.onDashboardItemEdit(() => {
        said('configure', location.search.includes('item=10000'));
        AP.jira.setDashboardItemTitle('<b id=bold>Named by the app</b>');
      });
      </script></body></html>
      """;

  private final HttpServer server;
  private final String jira;

  private TestApp(HttpServer server, String jira) {
    this.server = server;
    this.jira = jira;
  }

  static TestApp start(String jira) {
    try {
      var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      var app = new TestApp(HttpServer.create(address, 0), jira);
      app.server.createContext("/", app::answer);
      app.server.start();
      return app;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String descriptorUrl() {
    return baseUrl() + "/atlassian-connect.json";
  }

  private String baseUrl() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    switch (exchange.getRequestURI().getPath()) {
      case "/atlassian-connect.json" ->
          send(exchange, "application/json", DESCRIPTOR.formatted(baseUrl()));
      case "/page" -> send(exchange, "text/html", PAGE.formatted(jira));
      default -> exchange.sendResponseHeaders(204, -1);
    }
    exchange.close();
  }

  private static void send(HttpExchange exchange, String type, String body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type + ";charset=UTF-8");
    byte[] bytes = body.getBytes(UTF_8);
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
