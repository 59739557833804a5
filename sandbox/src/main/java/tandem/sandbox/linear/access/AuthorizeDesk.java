package tandem.sandbox.linear.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tandem.sandbox.http.Reply;
import tandem.sandbox.linear.state.Kind;
import tandem.sandbox.linear.state.Row;
import tandem.sandbox.linear.state.Workspace;

/**
 * {@code /oauth/authorize}: asks a person, and sends the browser back with a code or with {@code
 * error=access_denied}. A client or an address that is not registered is told on the page and never
 * redirected to.
 */
public final class AuthorizeDesk {
  private final Workspace workspace;
  private final Grants grants;
  private final Consents consents;

  public AuthorizeDesk(Workspace workspace, Grants grants, Consents consents) {
    this.workspace = workspace;
    this.grants = grants;
    this.consents = consents;
  }

  /** The consent page; {@code signedIn} comes first in the choice of people. */
  public Reply ask(AuthorizeRequest request, Optional<String> signedIn) {
    Optional<Reply> wrong = wrong(request);
    if (wrong.isPresent()) {
      return wrong.get();
    }
    Row application = grants.application(request.clientId()).orElseThrow();
    return Reply.html(200, ConsentPage.question(request, application, people(signedIn)));
  }

  /** The answer of a person: {@code decision=allow} or anything else, with the same parameters. */
  public Reply decide(
      AuthorizeRequest request, Map<String, String> form, Optional<String> signedIn) {
    Optional<Reply> wrong = wrong(request);
    if (wrong.isPresent()) {
      return wrong.get();
    }
    Optional<Row> person = person(form, signedIn);
    if (person.isEmpty()) {
      return Reply.html(400, ConsentPage.mistake("There is no such person in this workspace."));
    }
    if (!"allow".equals(form.get("decision"))) {
      return back(request, "error=access_denied");
    }
    if (request.scopes().contains("admin") && !person.get().flag("admin")) {
      return Reply.html(
          403, ConsentPage.mistake("Only an admin can grant the scope admin. Ask one of them."));
    }
    return back(request, "code=" + consents.give(request, person.get().id()));
  }

  private Optional<Reply> wrong(AuthorizeRequest request) {
    Optional<Row> application = grants.application(request.clientId());
    if (application.isEmpty()) {
      return Optional.of(Reply.html(400, ConsentPage.mistake("This client_id is not registered.")));
    }
    if (!application.get().texts("redirectUris").contains(request.redirectUri())) {
      return Optional.of(
          Reply.html(400, ConsentPage.mistake("This redirect_uri is not registered.")));
    }
    return request.fault().map(error -> back(request, "error=" + error));
  }

  private static Reply back(AuthorizeRequest request, String result) {
    String state =
        request.value("state").map(text -> "&state=" + URLEncoder.encode(text, UTF_8)).orElse("");
    String uri = request.redirectUri();
    return Reply.redirect(uri + (uri.contains("?") ? "&" : "?") + result + state);
  }

  private Optional<Row> person(Map<String, String> form, Optional<String> signedIn) {
    Optional<String> id = Optional.ofNullable(form.get("userId")).or(() -> signedIn);
    return id.flatMap(each -> workspace.read(rows -> rows.find(Kind.USER, each)))
        .filter(row -> !row.flag("app"));
  }

  private List<Row> people(Optional<String> signedIn) {
    List<Row> people = new ArrayList<>(workspace.read(rows -> rows.all(Kind.USER)));
    people.removeIf(row -> row.flag("app"));
    people.sort(
        Comparator.comparing((Row row) -> !signedIn.equals(Optional.of(row.id())))
            .thenComparing(row -> !row.flag("admin")));
    return people;
  }
}
