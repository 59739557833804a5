package tandem.sandbox.jira;

import static java.nio.charset.StandardCharsets.UTF_8;

import tandem.sandbox.http.Call;
import tandem.sandbox.http.Reply;
import tandem.sandbox.http.Routes;
import tandem.sandbox.jira.field.IssueType;
import tandem.sandbox.jira.field.Priority;
import tandem.sandbox.jira.field.Status;
import tandem.sandbox.jira.state.Person;
import tandem.sandbox.jira.state.Project;
import tandem.sandbox.jira.state.SiteStore;

/** Avatars and icons: a letter on a colour, drawn by the site itself. */
final class PictureRoutes {
  private static final String[] COLOURS = {
    "#1868DB", "#5E4DB2", "#AE4787", "#1F845A", "#946F00", "#AE2E24"
  };
  private final SiteStore store;

  PictureRoutes(SiteStore store) {
    this.store = store;
  }

  void register(Routes routes) {
    routes.own("GET", "/sandbox/pictures/{kind}/{file}", this::picture);
  }

  private Reply picture(Call call) {
    var id = call.name("file").replaceAll("\\.svg$", "");
    var name =
        switch (call.name("kind")) {
          case "person" -> store.person(id).map(Person::displayName).orElse("?");
          case "project" -> store.project(id).map(Project::key).orElse("?");
          case "type" -> IssueType.find(id).map(IssueType::name).orElse("?");
          case "status" -> Status.find(id).map(Status::name).orElse("?");
          case "priority" -> Priority.find(id).map(Priority::name).orElse("?");
          default -> "?";
        };
    var colour = COLOURS[Math.floorMod(name.hashCode(), COLOURS.length)];
    return Reply.of(200, "image/svg+xml", svg(initial(name), colour).getBytes(UTF_8))
        .with("Cache-Control", "max-age=3600");
  }

  private static String initial(String name) {
    char first = name.charAt(0);
    return Character.isLetterOrDigit(first) ? String.valueOf(first) : "?";
  }

  private static String svg(String letter, String colour) {
    return """
    <svg xmlns="http://www.w3.org/2000/svg" width="48" height="48" viewBox="0 0 48 48">\
    <rect width="48" height="48" rx="8" fill="%s"/>\
    <text x="24" y="32" text-anchor="middle" font-family="sans-serif" font-size="24" fill="#fff">%s</text>\
    </svg>\
    """
        .formatted(colour, letter);
  }
}
