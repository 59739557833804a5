package tandem.app.panel;

import com.atlassian.connect.spring.ContextJwt;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tandem.app.lifecycle.Caller;
import tandem.app.lifecycle.Refusal;
import tandem.app.panel.document.Parsed;
import tandem.app.panel.document.PropertyText;
import tandem.app.panel.settings.ProjectSettings;
import tandem.app.panel.settings.SettingsKind;
import tandem.app.panel.site.DocumentSaves;
import tandem.app.panel.site.Permissions;
import tandem.app.panel.site.ProjectStore;

/** What a project decides for all of its issues. See docs/api.md. */
@ContextJwt
@RestController
@RequestMapping("/api/project/{projectKey}/settings")
class SettingsApi {
  private static final SettingsKind KIND = new SettingsKind();

  private final Permissions permissions;
  private final ProjectStore projects;

  SettingsApi(Permissions permissions, ProjectStore projects) {
    this.permissions = permissions;
    this.projects = projects;
  }

  /**
   * @param unreadable why what is stored cannot be read; then the settings are those of nobody
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Answer(boolean mayEdit, ProjectSettings settings, @Nullable String unreadable) {}

  @GetMapping
  ResponseEntity<Answer> read(Caller caller, @PathVariable String projectKey) {
    Caller.Named project = project(caller, projectKey);
    Optional<JsonNode> stored = projects.read(caller.installation(), project.id());
    return answer(permissions.mayAdminister(caller, project.id()), stored);
  }

  @PutMapping
  ResponseEntity<Answer> save(
      Caller caller,
      @PathVariable String projectKey,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @RequestBody byte[] body) {
    Caller.Named project = project(caller, projectKey);
    if (!permissions.mayAdminister(caller, project.id())) {
      throw Refusal.of(
          HttpStatus.FORBIDDEN,
          "You may look, not edit",
          "Only people who administer the project in Jira may change this. Ask one of them.");
    }
    ProjectSettings wanted = DocumentSaves.sent(KIND, PanelDoor.json(body));
    String seen = Tags.seen(ifMatch);
    return kept(wanted, projects.save(caller.installation(), project.id(), seen, wanted));
  }

  private static ResponseEntity<Answer> kept(ProjectSettings wanted, Optional<JsonNode> stored) {
    ResponseEntity<Answer> answer = answer(true, stored);
    boolean same =
        stored.filter(it -> PropertyText.same(it, PropertyText.tree(wanted))).isPresent();
    if (!same) {
      throw PanelDocuments.overtaken(answer.getBody(), PropertyText.tag(stored));
    }
    return answer;
  }

  private static ResponseEntity<Answer> answer(boolean mayEdit, Optional<JsonNode> stored) {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .eTag(PropertyText.tag(stored))
        .body(shown(mayEdit, stored));
  }

  private static Answer shown(boolean mayEdit, Optional<JsonNode> stored) {
    return stored
        .map(value ->
            switch (KIND.parse(value)) {
              case Parsed.Read<ProjectSettings>(ProjectSettings settings) ->
                  new Answer(mayEdit, settings, null);
              case Parsed.Refused<ProjectSettings>(String why) ->
                  new Answer(
                      false,
                      KIND.empty(),
                      "The project's settings cannot be read: " + why + ". They stay as they are.");
            })
        .orElseGet(() -> new Answer(mayEdit, KIND.empty(), null));
  }

  /** The project of the token, where the address names it; every other project is refused. */
  private static Caller.Named project(Caller caller, String key) {
    return caller
        .project()
        .filter(named -> named.key().equals(key))
        .orElseThrow(() ->
            Refusal.of(
                HttpStatus.FORBIDDEN,
                "Not this page's project",
                "The token was made for another project. Reload the page."));
  }
}
