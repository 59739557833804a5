package tandem.sandbox.page;

import java.util.Map;
import java.util.function.LongSupplier;
import tandem.sandbox.http.Call;
import tandem.sandbox.http.Reply;
import tandem.sandbox.http.Routes;

/**
 * Adds the pages for people to a server's routes. A page is one HTML shell for many addresses; its
 * scripts read the address. {@code GET /sandbox/changes} answers {@code {"revision": n}}, a number
 * that grows with every change of the server's state: a page asks for it instead of for everything.
 */
public final class Pages {
  /**
   * Apps' iframes may come from anywhere; everything else, also what the genuine Connect host would
   * like to report to its vendor, stays on this server.
   */
  private static final String POLICY =
      "default-src 'self'; frame-src http: https:; style-src 'self' 'unsafe-inline'; img-src 'self'"
          + " data:; base-uri 'none'; frame-ancestors 'none'";

  private Pages() {}

  /**
   * Jira's addresses, and below {@code /atlassian-connect/} the client script of Connect apps,
   * {@code all.js}, with the stylesheets that it loads.
   *
   * @param revision grows with every change of the site's state; asked by many threads
   */
  public static Routes jira(Routes routes, LongSupplier revision) {
    for (String address :
        new String[] {
          "/projects",
          "/projects/{project}",
          "/projects/{project}/issues",
          "/projects/{project}/apps/{app}/{module}",
          "/browse/{issue}",
          "/jira/dashboards",
          "/jira/dashboards/{dashboard}",
          "/admin/apps",
          "/admin/apps/{app}/{module}"
        }) {
      routes.own("GET", address, call -> shell(call, "web/jira/index.html"));
    }
    routes.own("GET", "/", call -> Reply.redirect("/projects"));
    routes.own("GET", "/secure/Dashboard.jspa", call -> Reply.redirect("/jira/dashboards"));
    routes.own(
        "GET", "/atlassian-connect/<file>", call -> file(call, "vendor/" + call.name("file")));
    return shared(routes, revision);
  }

  /**
   * Linear's addresses.
   *
   * @param revision grows with every change of the workspace's state; asked by many threads
   */
  public static Routes linear(Routes routes, LongSupplier revision) {
    for (String address :
        new String[] {
          "/",
          "/{workspace}/team/{team}/{view}",
          "/{workspace}/issue/{issue}",
          "/{workspace}/issue/{issue}/{slug}",
          "/{workspace}/document/{slug}"
        }) {
      routes.own("GET", address, call -> shell(call, "web/linear/index.html"));
    }
    return shared(routes, revision);
  }

  private static Routes shared(Routes routes, LongSupplier revision) {
    return routes
        .own("GET", "/sandbox/changes", call -> changes(revision))
        .own("GET", "/sandbox/web/<file>", call -> file(call, "web/" + call.name("file")))
        .own("GET", "/sandbox/vendor/<file>", call -> file(call, "vendor/" + call.name("file")));
  }

  private static Reply changes(LongSupplier revision) {
    return Reply.json(Map.of("revision", revision.getAsLong())).with("Cache-Control", "no-store");
  }

  private static Reply shell(Call call, String path) {
    return file(call, path).with("Content-Security-Policy", POLICY);
  }

  private static Reply file(Call call, String path) {
    return WebFile.read(path)
        .map(file -> file.answer(call))
        .orElseGet(() -> Reply.text(404, "The sandbox has no page file " + path));
  }
}
