package tandem.app.panel.site;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import okhttp3.HttpUrl;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tandem.app.connection.IssueLocks;
import tandem.app.lifecycle.Installation;
import tandem.app.lifecycle.Refusal;
import tandem.app.panel.document.DocumentKind;
import tandem.app.panel.document.Parsed;
import tandem.app.panel.document.PropertyText;
import tandem.app.panel.settings.ProjectSettings;
import tandem.app.panel.settings.SettingsKind;
import tandem.sync.model.InstallationId;

/**
 * What projects decide for their issues, in the project's property {@code tandem.project}. What was
 * read counts for a minute, on another node than the writer's too.
 */
@Component
public class ProjectStore {
  private static final Duration FRESH = Duration.ofMinutes(1);
  private static final int MOST = 5_000;
  private static final DocumentKind<ProjectSettings> KIND = new SettingsKind();

  private final JiraCalls jira;
  private final IssueLocks locks;
  private final Cache<Key, Optional<JsonNode>> seen;

  private record Key(InstallationId installation, String projectId) {}

  ProjectStore(JiraCalls jira, IssueLocks locks, InstantSource clock) {
    this.jira = jira;
    this.locks = locks;
    this.seen =
        Caffeine.newBuilder()
            .expireAfterWrite(FRESH)
            .maximumSize(MOST)
            .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
            .build();
  }

  /** As stored; empty where nothing is. Throws the answer where Jira does not answer. */
  public Optional<JsonNode> read(Installation installation, String projectId) {
    return seen.get(new Key(installation.id(), projectId), key -> fresh(installation, projectId));
  }

  /** What can be read of them: what cannot is as if nothing were set. */
  public ProjectSettings settings(Installation installation, String projectId) {
    return read(installation, projectId)
        .map(value ->
            switch (KIND.parse(value)) {
              case Parsed.Read<ProjectSettings>(ProjectSettings settings) -> settings;
              case Parsed.Refused<ProjectSettings> refused -> KIND.empty();
            })
        .orElseGet(KIND::empty);
  }

  /**
   * Keeps other settings; what is stored afterwards. Nothing was written where it is not what was
   * wanted.
   *
   * @param tag of what the person has seen
   */
  public Optional<JsonNode> save(
      Installation installation, String projectId, String tag, ProjectSettings wanted) {
    ObjectNode value = PropertyText.tree(wanted);
    DocumentSaves.checkLength(value.toString());
    return locks.within(
        installation.id(),
        projectId,
        () -> {
          Optional<JsonNode> before = fresh(installation, projectId);
          ProjectSettings unused = DocumentSaves.stored(KIND, before);
          return PropertyText.tag(before).equals(tag)
              ? Optional.of(write(installation, projectId, value))
              : before;
        });
  }

  private JsonNode write(Installation installation, String projectId, ObjectNode value) {
    try {
      JsonNode unused =
          Answers.valueOf(jira.write(installation, address(installation, projectId), value))
              .orElseThrow(() ->
                  Refusal.of(
                      HttpStatus.NOT_FOUND,
                      "No such project",
                      "Jira has no such project, or does not show it to Tandem. Reload the page."));
      return value;
    } finally {
      seen.invalidate(new Key(installation.id(), projectId));
    }
  }

  private Optional<JsonNode> fresh(Installation installation, String projectId) {
    return Answers.valueOf(jira.read(installation, address(installation, projectId)))
        .map(answer -> answer.path("value"))
        .filter(value -> !value.isMissingNode());
  }

  private static HttpUrl address(Installation installation, String projectId) {
    return JiraCalls.address(installation, "project", projectId, "properties", KIND.property())
        .build();
  }
}
