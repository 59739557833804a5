package tandem.sandbox.linear.access;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tandem.sandbox.linear.state.Row;

/** The page on which a person lets an application in. Everything in it is escaped. */
final class ConsentPage {
  private static final Map<String, String> MEANING =
      Map.of(
          "read", "Read everything that you can see in this workspace",
          "write", "Create and change issues, documents, comments and labels",
          "issues:create", "Create issues and their attachments",
          "comments:create", "Create comments on issues",
          "timeSchedule:write", "Create and change time schedules",
          "admin", "Administer the workspace, webhooks included");

  private static final String STYLE =
      """
      :root{color-scheme:light dark}
      body{font:15px/1.5 system-ui,sans-serif;margin:0;display:grid;place-items:center;min-height:100vh;
        background:light-dark(#f7f7f8,#101113);color:light-dark(#1b1c1f,#e6e6ea)}
      main{background:light-dark(#fff,#1a1b1e);border:1px solid light-dark(#e0e1e6,#2c2d33);
        border-radius:12px;padding:32px;max-width:420px}
      h1{font-size:20px;margin:0 0 8px}ul{padding-left:20px}
      label,select{display:block;width:100%}select{margin:4px 0 20px;padding:8px;font:inherit}
      button{font:inherit;padding:8px 16px;border-radius:8px;border:1px solid #6b6f76;background:none;
        color:inherit;cursor:pointer}
      button[value=allow]{background:#5e6ad2;border-color:#5e6ad2;color:#fff}
      """;

  private ConsentPage() {}

  /** The question, with the people of the workspace who may answer it. */
  static String question(AuthorizeRequest request, Row application, List<Row> people) {
    String scopes =
        request.scopes().stream()
            .map(scope -> "<li>" + escaped(MEANING.getOrDefault(scope, scope)) + "</li>")
            .collect(Collectors.joining());
    String hidden =
        request.parameters().entrySet().stream()
            .map(field -> hidden(field.getKey(), field.getValue()))
            .collect(Collectors.joining());
    String name = escaped(application.required("name"));
    return page(
        "Authorize " + name,
        """
        <h1>%s wants to use this workspace</h1>
        <p>Sandbox Linear asks you, as Linear would. It will be able to:</p>
        <ul>%s</ul>
        <form method="post" action="/oauth/authorize">%s
        <label for="userId">You are</label><select id="userId" name="userId">%s</select>
        <button name="decision" value="allow">Authorize</button>
        <button name="decision" value="deny">Cancel</button>
        </form>
        """
            .formatted(name, scopes, hidden, options(people)));
  }

  /** What stands in the way, where the application cannot be told by a redirect. */
  static String mistake(String what) {
    return page("Not authorized", "<h1>This cannot be authorized</h1><p>" + escaped(what) + "</p>");
  }

  private static String page(String title, String body) {
    return """
    <!doctype html><html lang="en"><meta charset="utf-8">
    <meta name="viewport" content="width=device-width"><title>%s</title><style>%s</style>
    <main>%s</main></html>
    """
        .formatted(title, STYLE, body);
  }

  private static String options(List<Row> people) {
    return people.stream()
        .map(person ->
            "<option value=\"%s\">%s%s</option>"
                .formatted(
                    escaped(person.id()),
                    escaped(person.required("name")),
                    person.flag("admin") ? " (admin)" : ""))
        .collect(Collectors.joining());
  }

  private static String hidden(String name, String value) {
    return "<input type=\"hidden\" name=\"%s\" value=\"%s\">"
        .formatted(escaped(name), escaped(value));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
