package tandem.app.decision;

import com.atlassian.connect.spring.ContextJwt;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tandem.app.lifecycle.Caller;
import tandem.app.project.Entrance;

/** {@code POST /api/project/{projectKey}/decisions/import}. See docs/project-page.md. */
@RestController
class ImportApi {
  private final Entrance entrance;
  private final DecisionImport imports;

  ImportApi(Entrance entrance, DecisionImport imports) {
    this.entrance = entrance;
    this.imports = imports;
  }

  @ContextJwt
  @PostMapping("/api/project/{projectKey}/decisions/import")
  ImportAnswer add(
      Caller caller, @PathVariable String projectKey, @RequestBody ImportRequest request) {
    return imports.of(entrance.ofPage(caller, projectKey), request.checked());
  }
}
