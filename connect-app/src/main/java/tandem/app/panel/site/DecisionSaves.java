package tandem.app.panel.site;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tandem.app.connection.IssueLocks;
import tandem.app.lifecycle.Caller;
import tandem.app.lifecycle.Refusal;
import tandem.app.panel.decision.DecisionDraft;
import tandem.app.panel.decision.DecisionWriting;
import tandem.app.panel.decision.StoredDecision;
import tandem.app.panel.document.PropertyText;
import tandem.app.panel.document.RuleBroken;
import tandem.sync.engine.Intake;
import tandem.sync.model.Decision;
import tandem.sync.model.DecisionId;
import tandem.sync.model.DecisionStatus;
import tandem.sync.model.IssueId;
import tandem.sync.model.Side;

/**
 * Saves and deletes decisions, as {@link DocumentSaves} does documents, and tells the engine, which
 * mirrors them within about a second; Jira's webhook tells it again, should this node end before.
 *
 * <p>A decision that is put again as it was within ten minutes after it was deleted or changed is
 * what it was, with what Tandem does not show of it, as long as the same node is asked. That is how
 * a step is undone which decisions do not take otherwise. Without it what is shown comes back after
 * a deletion, and such a step is refused.
 */
@Component
public class DecisionSaves {
  private final Issues issues;
  private final IssueLocks locks;
  private final Derivation derivation;
  private final Intake intake;
  private final DecisionPasts pasts = new DecisionPasts();

  DecisionSaves(Issues issues, IssueLocks locks, Derivation derivation, Intake intake) {
    this.issues = issues;
    this.locks = locks;
    this.derivation = derivation;
    this.intake = intake;
  }

  /**
   * Which decision, as the person has seen it.
   *
   * @param tag {@link PropertyText#NONE} for a new one
   */
  public record Seen(DecisionId id, String tag) {
    String key() {
      return StoredDecision.PREFIX + id.value();
    }
  }

  /** Throws the answer where it is refused. Whether the person may edit was asked before. */
  public Saved put(Caller caller, IssueId issue, Seen seen, DecisionDraft wanted) {
    return locks.within(
        caller.installation().id(),
        issue,
        () -> {
          PanelIssue now = issues.fresh(caller.installation(), issue);
          return isAsSeen(now, seen)
              ? new Saved.Kept(new Writing(caller, seen).put(now, wanted))
              : new Saved.Overtaken(now);
        });
  }

  /** The same for a deletion. */
  public Saved delete(Caller caller, IssueId issue, Seen seen) {
    return locks.within(
        caller.installation().id(),
        issue,
        () -> {
          PanelIssue now = issues.fresh(caller.installation(), issue);
          return isAsSeen(now, seen)
              ? new Saved.Kept(new Writing(caller, seen).delete(now))
              : new Saved.Overtaken(now);
        });
  }

  private static boolean isAsSeen(PanelIssue issue, Seen seen) {
    return PropertyText.tag(issue.property(seen.key())).equals(seen.tag());
  }

  /** One person's change of one decision, under the lock. */
  private final class Writing {
    private final Caller caller;
    private final Seen seen;

    Writing(Caller caller, Seen seen) {
      this.caller = caller;
      this.seen = seen;
    }

    PanelIssue put(PanelIssue issue, DecisionDraft wanted) {
      Optional<StoredDecision> before = stored(issue, seen.id());
      before
          .flatMap(StoredDecision::unreadable)
          .ifPresent(why -> {
            throw DocumentSaves.unreadable(why);
          });
      Optional<StoredDecision> old = superseded(issue, before, wanted);
      String json =
          pasts
              .undone(place(issue, seen.id()), seen.tag(), wanted)
              .orElseGet(() -> json(before.map(StoredDecision::text), wanted));
      PanelIssue written = write(issue, seen.id(), json);
      PanelIssue chained = old.map(it -> supersede(written, it)).orElse(written);
      return derivation.bring(caller.installation(), chained);
    }

    PanelIssue delete(PanelIssue issue) {
      Optional<JsonNode> before = issue.property(seen.key());
      if (before.isEmpty()) {
        return issue;
      }
      PanelIssue without = issues.erase(caller.installation(), issue, seen.key());
      pasts.keep(place(issue, seen.id()), PropertyText.NONE, before.get());
      tell(issue);
      return derivation.bring(caller.installation(), without);
    }

    private DecisionPasts.Place place(PanelIssue issue, DecisionId id) {
      return new DecisionPasts.Place(caller.installation().id(), issue.name().id(), id);
    }

    private String json(Optional<String> previous, DecisionDraft wanted) {
      try {
        return switch (DecisionWriting.of(seen.id(), previous, wanted)) {
          case DecisionWriting.Text(String json) -> json;
          case DecisionWriting.Frozen(String why) ->
              throw Refusal.of(HttpStatus.CONFLICT, "Supersede it instead", why);
        };
      } catch (RuleBroken broken) {
        throw Refusal.of(
            HttpStatus.BAD_REQUEST, "A value breaks a rule", DocumentSaves.sentence(broken.why()));
      }
    }

    /** The decision that the wanted one names; a name that nobody changed may mean anything. */
    private Optional<StoredDecision> superseded(
        PanelIssue issue, Optional<StoredDecision> before, DecisionDraft wanted) {
      String name = wanted.head().supersedes().strip();
      Optional<StoredDecision> old =
          StoredDecision.parse(name)
              .filter(id -> !id.equals(seen.id()))
              .flatMap(id -> stored(issue, id))
              .filter(decision -> decision.decision().isPresent());
      boolean named = before.filter(decision -> decision.supersedes().equals(name)).isPresent();
      if (!name.isEmpty() && old.isEmpty() && !named) {
        throw Refusal.of(
            HttpStatus.BAD_REQUEST,
            "A value breaks a rule",
            "Not saved: \"supersedes\" names no other decision of this issue that can be read.");
      }
      return old;
    }

    private PanelIssue supersede(PanelIssue issue, StoredDecision old) {
      boolean may =
          old.decision()
              .flatMap(Decision::status)
              .map(status -> status.mayBecome(DecisionStatus.SUPERSEDED))
              .orElse(true);
      return may
          ? DecisionWriting.superseded(old.id(), old.text())
              .map(json -> write(issue, old.id(), json))
              .orElse(issue)
          : issue;
    }

    private PanelIssue write(PanelIssue issue, DecisionId id, String json) {
      DocumentSaves.checkLength(json);
      String key = StoredDecision.PREFIX + id.value();
      JsonNode value = PropertyText.parse(json.getBytes(StandardCharsets.UTF_8)).orElseThrow();
      Optional<JsonNode> before = issue.property(key);
      if (before.filter(stored -> PropertyText.same(stored, value)).isPresent()) {
        return issue;
      }
      PanelIssue written = issues.write(caller.installation(), issue, key, value);
      String tag = PropertyText.tag(written.property(key));
      before.ifPresent(was -> pasts.keep(place(issue, id), tag, was));
      tell(issue);
      return written;
    }

    private void tell(PanelIssue issue) {
      int unused = intake.touched(caller.installation().id(), Side.LEFT, issue.name().id());
    }
  }

  private static Optional<StoredDecision> stored(PanelIssue issue, DecisionId id) {
    List<StoredDecision> all = StoredDecision.among(issue.properties());
    return all.stream().filter(decision -> decision.id().equals(id)).findFirst();
  }
}
