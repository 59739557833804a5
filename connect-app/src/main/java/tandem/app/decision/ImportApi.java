package tandem.app.decision;

import com.atlassian.connect.spring.ContextJwt;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tandem.app.lifecycle.Caller;
import tandem.app.project.Entrance;

/** Importing decisions, and taking an import back. See docs/project-page.md. */
@ContextJwt
@RestController
@RequestMapping("/api/project/{projectKey}/decisions/import")
class ImportApi {
  private final Entrance entrance;
  private final DecisionImport imports;
  private final ImportUndo undo;

  ImportApi(Entrance entrance, DecisionImport imports, ImportUndo undo) {
    this.entrance = entrance;
    this.imports = imports;
    this.undo = undo;
  }

  @PostMapping
  ImportAnswer add(
      Caller caller, @PathVariable String projectKey, @RequestBody ImportRequest request) {
    return imports.of(entrance.ofPage(caller, projectKey), request.checked());
  }

  @PostMapping("/undo")
  UndoAnswer undo(
      Caller caller, @PathVariable String projectKey, @RequestBody UndoRequest request) {
    return undo.of(entrance.ofPage(caller, projectKey), request.sent(), request.written());
  }
}
