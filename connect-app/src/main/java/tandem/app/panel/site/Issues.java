package tandem.app.panel.site;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import okhttp3.HttpUrl;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tandem.app.connection.IssueNews;
import tandem.app.connection.PropertyNews;
import tandem.app.lifecycle.Installation;
import tandem.app.lifecycle.Refusal;
import tandem.app.panel.document.PropertyText;
import tandem.sync.model.InstallationId;
import tandem.sync.model.IssueId;
import tandem.sync.replica.Outcome;

/**
 * The issues that people look at. One read serves all panels of an issue and everybody who looks at
 * it: Jira is asked once in fifteen seconds at most, and again as soon as this node writes or hears
 * of a change. Another node's write is seen after fifteen seconds at the latest. A failed read is
 * not kept.
 */
@Component
public class Issues {
  private static final Duration FRESH = Duration.ofSeconds(15);
  private static final long MOST_CHARACTERS = 32L << 20;

  private final JiraCalls jira;
  private final ApplicationEventPublisher listeners;
  private final Cache<Key, PanelIssue> seen;

  private record Key(InstallationId installation, IssueId issue) {}

  /** Somebody's look at an issue has read it. */
  record Looked(Installation installation, PanelIssue issue) {}

  Issues(JiraCalls jira, ApplicationEventPublisher listeners, InstantSource clock) {
    this.jira = jira;
    this.listeners = listeners;
    this.seen =
        Caffeine.newBuilder()
            .expireAfterWrite(FRESH)
            .maximumWeight(MOST_CHARACTERS)
            .weigher((Key key, PanelIssue issue) -> issue.weight())
            .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
            .build();
  }

  /** Throws the answer where Jira has no such issue for the app, or does not answer. */
  public PanelIssue read(Installation installation, IssueId issue) {
    return seen.get(
        new Key(installation.id(), issue),
        key -> {
          PanelIssue read = fresh(installation, issue);
          listeners.publishEvent(new Looked(installation, read));
          return read;
        });
  }

  /** As Jira has it at this moment, for who is about to write. */
  public PanelIssue fresh(Installation installation, IssueId issue) {
    JsonNode answer =
        Answers.valueOf(
                jira.read(
                    installation,
                    JiraCalls.address(installation, "issue", issue.value())
                        .addQueryParameter("fields", PanelIssue.FIELDS)
                        .addQueryParameter("properties", "*all")
                        .build()))
            .orElseThrow(Issues::gone);
    return PanelIssue.read(answer)
        .orElseThrow(() -> Answers.silent("Its answer was no issue. Try again in a moment."));
  }

  private static RuntimeException gone() {
    return Refusal.of(
        HttpStatus.NOT_FOUND,
        "No such issue",
        "Jira has no such issue, or does not show it to Tandem. Reload the page.");
  }

  /** Writes a property; the issue with it. Throws the answer where that is not certain. */
  public PanelIssue write(Installation installation, PanelIssue issue, String key, JsonNode value) {
    try {
      JsonNode unused =
          Answers.valueOf(jira.write(installation, property(installation, issue, key), value))
              .orElseThrow(Issues::gone);
      return issue.with(key, Optional.of(value));
    } finally {
      forget(installation.id(), issue.name().id());
    }
  }

  /** Deletes a property, also one that is gone already; the issue without it. */
  public PanelIssue erase(Installation installation, PanelIssue issue, String key) {
    try {
      Optional<JsonNode> unused =
          Answers.valueOf(jira.erase(installation, property(installation, issue, key)));
      return issue.with(key, Optional.empty());
    } finally {
      forget(installation.id(), issue.name().id());
    }
  }

  private static HttpUrl property(Installation installation, PanelIssue issue, String key) {
    return JiraCalls.address(installation, "issue", issue.name().id().value(), "properties", key)
        .build();
  }

  /** Adds and removes labels in one edit; the issue as Jira has it afterwards. */
  public PanelIssue relabel(
      Installation installation, IssueId issue, Collection<String> add, Collection<String> remove) {
    ObjectNode edit = PropertyText.object();
    ArrayNode labels = edit.putObject("update").putArray("labels");
    remove.forEach(label -> labels.addObject().put("remove", label));
    add.forEach(label -> labels.addObject().put("add", label));
    try {
      Outcome<Optional<JsonNode>> outcome =
          jira.write(
              installation, JiraCalls.address(installation, "issue", issue.value()).build(), edit);
      JsonNode unused = Answers.valueOf(outcome).orElseThrow(Issues::gone);
    } finally {
      forget(installation.id(), issue);
    }
    return fresh(installation, issue);
  }

  @EventListener
  void forget(IssueNews news) {
    forget(news.installation(), news.issue());
  }

  @EventListener
  void forget(PropertyNews news) {
    forget(news.installation(), news.issue());
  }

  private void forget(InstallationId installation, IssueId issue) {
    seen.invalidate(new Key(installation, issue));
  }
}
