package tandem.app.decision;

import com.atlassian.connect.spring.ContextJwt;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tandem.app.decision.DecisionTexts.Read;
import tandem.app.lifecycle.Caller;
import tandem.app.lifecycle.Refusal;
import tandem.app.project.Entrance;
import tandem.app.project.Listing;
import tandem.app.project.ProjectIndex;
import tandem.app.project.ProjectIssue;
import tandem.app.project.Visit;

/** The decision log of a project and its export. See docs/project-page.md. */
@ContextJwt
@RestController
@RequestMapping("/api/project/{projectKey}/decisions")
class DecisionApi {
  private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
  private static final MediaType ZIP = MediaType.parseMediaType("application/zip");

  private final Entrance entrance;
  private final ProjectIndex index;
  private final DecisionTexts texts;
  private final InstantSource clock;

  DecisionApi(Entrance entrance, ProjectIndex index, DecisionTexts texts, InstantSource clock) {
    this.entrance = entrance;
    this.index = index;
    this.texts = texts;
    this.clock = clock;
  }

  @GetMapping
  ResponseEntity<DecisionLogAnswer> log(Caller caller, @PathVariable String projectKey) {
    Visit visit = entrance.ofPage(caller, projectKey);
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(DecisionLogAnswer.of(index.of(visit), today(), entrance.mayEdit(visit)));
  }

  @GetMapping("/export")
  ResponseEntity<byte[]> export(
      Caller caller, @PathVariable String projectKey, @RequestParam String format) {
    Visit visit = entrance.ofPage(caller, projectKey);
    Listing listing = index.of(visit);
    return switch (format) {
      case "csv" -> file(csv(listing), CSV, projectKey + "-decisions.csv");
      case "markdown" -> file(zip(visit, listing), ZIP, projectKey + "-decisions.zip");
      default ->
          throw Refusal.of(
              HttpStatus.BAD_REQUEST, "Not understood", "The parameter format is markdown or csv.");
    };
  }

  private byte[] csv(Listing listing) {
    return CsvLog.of(DecisionLogAnswer.of(listing, today(), false))
        .getBytes(StandardCharsets.UTF_8);
  }

  private byte[] zip(Visit visit, Listing listing) {
    List<ProjectIssue> having =
        listing.issues().stream()
            .filter(it -> !it.decisions().entries().isEmpty() || it.decisions().more() > 0)
            .toList();
    Read read = texts.of(visit, having);
    return DecisionFiles.zip(DecisionFiles.of(read.decisions(), read.unreadable()));
  }

  private static ResponseEntity<byte[]> file(byte[] bytes, MediaType type, String name) {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .contentType(type)
        .header(
            "Content-Disposition",
            ContentDisposition.attachment().filename(name).build().toString())
        .body(bytes);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
