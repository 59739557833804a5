package tandem.app.panel.site;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tandem.app.connection.IssueLocks;
import tandem.app.connection.PropertyNews;
import tandem.app.lifecycle.Installation;
import tandem.app.lifecycle.Installations;
import tandem.app.panel.decision.StoredDecision;
import tandem.sync.model.InstallationId;
import tandem.sync.model.IssueId;

/**
 * Derives anew after somebody else wrote a document of an issue: the engine, a script, another app;
 * and where a look at an issue shows that something derived is missing or old. However many
 * properties are written while an issue waits, it is read once. Nothing of this is durable: what a
 * restart forgets is mended by the next save, webhook or look.
 */
@Component
class Mending {
  private static final Logger LOG = LoggerFactory.getLogger(Mending.class);
  private static final Set<String> DOCUMENTS =
      Set.of("tandem.acceptance", "tandem.impact", "tandem.tradeoff");

  private final Installations installations;
  private final Issues issues;
  private final Derivation derivation;
  private final IssueLocks locks;
  private final ExecutorService background;
  private final Set<Key> waiting = ConcurrentHashMap.newKeySet();

  private record Key(InstallationId installation, IssueId issue) {}

  Mending(
      Installations installations,
      Issues issues,
      Derivation derivation,
      IssueLocks locks,
      ExecutorService background) {
    this.installations = installations;
    this.issues = issues;
    this.derivation = derivation;
    this.locks = locks;
    this.background = background;
  }

  /** Our own saves have derived already. */
  @EventListener
  void on(PropertyNews news) {
    boolean derives =
        DOCUMENTS.contains(news.key()) || news.key().startsWith(StoredDecision.PREFIX);
    if (derives && !news.trace().equals(JiraCalls.TRACE) && !derivation.isTold(news)) {
      begin(new Key(news.installation(), news.issue()));
    }
  }

  @EventListener
  void on(Issues.Looked look) {
    background.execute(() -> check(look));
  }

  private void check(Issues.Looked look) {
    Key key = new Key(look.installation().id(), look.issue().name().id());
    try {
      if (derivation.isDue(look.installation(), look.issue())) {
        begin(key);
      }
    } catch (RuntimeException e) {
      failed(key, e);
    }
  }

  private void begin(Key key) {
    if (waiting.add(key)) {
      background.execute(() -> mend(key));
    }
  }

  private void mend(Key key) {
    try {
      installations
          .find(key.installation())
          .filter(Installation::installed)
          .ifPresent(installation ->
              locks.within(key.installation(), key.issue(), () -> derived(installation, key)));
    } catch (RuntimeException e) {
      failed(key, e);
    } finally {
      waiting.remove(key);
    }
  }

  private static void failed(Key key, RuntimeException e) {
    LOG.info(
        "Nothing was derived for issue {} of installation {} ({}); the next save or look does",
        key.issue().value(),
        key.installation().value(),
        e.getClass().getSimpleName());
  }

  /** Off the list before it is read: what comes from here on wants another look. */
  private PanelIssue derived(Installation installation, Key key) {
    waiting.remove(key);
    return derivation.bring(installation, issues.fresh(installation, key.issue()));
  }
}
