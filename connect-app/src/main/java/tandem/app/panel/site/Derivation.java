package tandem.app.panel.site;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;
import tandem.app.connection.Mappings;
import tandem.app.connection.PropertyNews;
import tandem.app.lifecycle.Installation;
import tandem.app.panel.decision.DecisionAnswer;
import tandem.app.panel.decision.StoredDecision;
import tandem.app.panel.document.PropertyText;
import tandem.app.panel.summary.Digest;
import tandem.app.panel.summary.Documents;
import tandem.app.panel.summary.Summary;
import tandem.sync.model.InstallationId;
import tandem.sync.model.IssueId;

/**
 * Writes what is derived from an issue's documents, {@code tandem.summary} and {@code
 * tandem.decisions}, where it changed. One that could not be written, or whose budget changed
 * since, is written by the next save, webhook or look at the issue; until then JQL and the
 * project's page say what was true before.
 */
@Component
public class Derivation {
  private static final Logger LOG = LoggerFactory.getLogger(Derivation.class);
  private static final Duration REMEMBERED = Duration.ofMinutes(5);
  private static final int MOST = 2_000;

  private final Issues issues;
  private final Mappings mappings;
  private final Cache<Key, JsonNode> told;

  private record Key(InstallationId installation, IssueId issue) {}

  Derivation(Issues issues, Mappings mappings, InstantSource clock) {
    this.issues = issues;
    this.mappings = mappings;
    this.told =
        Caffeine.newBuilder()
            .expireAfterWrite(REMEMBERED)
            .maximumSize(MOST)
            .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
            .build();
  }

  /** At most two remote calls, none where nothing changed. Only for who holds the issue's lock. */
  public PanelIssue bring(Installation installation, PanelIssue issue) {
    Map<String, ObjectNode> derived = derived(installation, issue);
    PanelIssue now = issue;
    for (Map.Entry<String, ObjectNode> property : derived.entrySet()) {
      if (!stands(now, property.getKey(), property.getValue())) {
        now = put(installation, now, property);
      }
    }
    now.property(Digest.PROPERTY).ifPresent(digest -> told.put(key(installation, issue), digest));
    return now;
  }

  /**
   * Whether something has to be written. Nothing has where nobody has begun: a look at an issue
   * alone leaves no trace on it.
   */
  boolean isDue(Installation installation, PanelIssue issue) {
    boolean begun =
        issue.property(Summary.PROPERTY).isPresent() || !Documents.of(issue.properties()).areNone();
    return begun
        && derived(installation, issue).entrySet().stream()
            .anyMatch(property -> !stands(issue, property.getKey(), property.getValue()));
  }

  /**
   * Whether what was derived on this node in the last minutes says all that it says of a decision:
   * then an edit of its text costs no read. Where another node derived in between, the next look
   * finds it.
   */
  boolean isTold(PropertyNews news) {
    JsonNode digest = told.getIfPresent(new Key(news.installation(), news.issue()));
    return digest != null
        && decision(news).filter(decision -> Digest.tells(digest, decision)).isPresent();
  }

  private static Optional<DecisionAnswer> decision(PropertyNews news) {
    return news.value()
        .flatMap(text -> PropertyText.parse(text.getBytes(StandardCharsets.UTF_8)))
        .map(value -> StoredDecision.among(Map.of(news.key(), value)))
        .map(DecisionAnswer::of)
        .flatMap(decisions -> decisions.stream().findFirst());
  }

  private Map<String, ObjectNode> derived(Installation installation, PanelIssue issue) {
    Documents documents = Documents.of(issue.properties());
    Optional<String> budget =
        mappings
            .ofProject(installation.id(), issue.project().id())
            .flatMap(mapping -> LabelledBudget.of(mapping, issue.labels()))
            .map(mapped -> mapped.budget().name());
    List<DecisionAnswer> decisions = documents.decisions();
    return Map.of(
        Summary.PROPERTY, Summary.of(documents, budget), Digest.PROPERTY, Digest.of(decisions));
  }

  private static boolean stands(PanelIssue issue, String key, ObjectNode value) {
    return issue
        .property(key)
        .map(stored -> PropertyText.same(stored, value))
        .orElseGet(() -> saysNothing(value));
  }

  private static boolean saysNothing(ObjectNode value) {
    return value.size() == 1 || (value.has("list") && value.path("list").isEmpty());
  }

  private PanelIssue put(
      Installation installation, PanelIssue issue, Map.Entry<String, ObjectNode> property) {
    try {
      return issues.write(installation, issue, property.getKey(), property.getValue());
    } catch (ErrorResponseException failed) {
      LOG.info(
          "{} of issue {} of installation {} could not be written; the next save or look does",
          property.getKey(),
          issue.name().id().value(),
          installation.id().value());
      return issue;
    }
  }

  private static Key key(Installation installation, PanelIssue issue) {
    return new Key(installation.id(), issue.name().id());
  }
}
