package tandem.app.panel.site;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tandem.app.lifecycle.Caller;
import tandem.app.lifecycle.Installation;
import tandem.app.panel.document.PropertyText;
import tandem.sync.model.InstallationId;

/**
 * What people may do. Jira is asked, for the person that it signed the token for; its answer counts
 * for a minute, so a person who loses a right may use it for that long. Nobody who is not signed in
 * may do anything.
 *
 * @see <a href=
 *     "https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-permissions/">Bulk
 *     permissions</a>
 */
@Component
public class Permissions {
  private static final Duration ANSWER_COUNTS = Duration.ofMinutes(1);
  private static final int MOST = 50_000;

  private final JiraCalls jira;
  private final Cache<Key, Boolean> answers;

  /** Of a project or of an issue, by its id. */
  private record Key(InstallationId installation, String accountId, Right right, String id) {}

  private enum Right {
    EDIT_ISSUES("issues"),
    BROWSE_PROJECTS("issues"),
    ADMINISTER_PROJECTS("projects");

    private final String of;

    Right(String of) {
      this.of = of;
    }
  }

  Permissions(JiraCalls jira, InstantSource clock) {
    this.jira = jira;
    this.answers =
        Caffeine.newBuilder()
            .expireAfterWrite(ANSWER_COUNTS)
            .maximumSize(MOST)
            .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
            .build();
  }

  public boolean mayEdit(Caller caller, String issueId) {
    return caller
        .accountId()
        .filter(account -> one(caller.installation(), account, Right.EDIT_ISSUES, issueId))
        .isPresent();
  }

  public boolean mayAdminister(Caller caller, String projectId) {
    return caller
        .accountId()
        .filter(
            account -> one(caller.installation(), account, Right.ADMINISTER_PROJECTS, projectId))
        .isPresent();
  }

  private boolean one(Installation installation, String account, Right right, String id) {
    return answers.get(
        new Key(installation.id(), account, right, id),
        key -> granted(installation, account, right, List.of(id)).contains(id));
  }

  /** Those of some issues, at most 1,000, that the person may see. At most one remote call. */
  public Set<String> visible(Caller caller, Collection<String> issueIds) {
    String account = caller.accountId().orElse("");
    if (account.isEmpty() || issueIds.isEmpty()) {
      return Set.of();
    }
    InstallationId tenant = caller.installation().id();
    List<Key> keys =
        issueIds.stream().map(id -> new Key(tenant, account, Right.BROWSE_PROJECTS, id)).toList();
    return answers.getAll(keys, missing -> asked(caller, account, missing)).entrySet().stream()
        .filter(Map.Entry::getValue)
        .map(entry -> entry.getKey().id())
        .collect(Collectors.toUnmodifiableSet());
  }

  private Map<Key, Boolean> asked(Caller caller, String account, Set<? extends Key> missing) {
    Set<String> seen =
        granted(
            caller.installation(),
            account,
            Right.BROWSE_PROJECTS,
            missing.stream().map(Key::id).toList());
    Map<Key, Boolean> asked = new HashMap<>();
    missing.forEach(key -> asked.put(key, seen.contains(key.id())));
    return asked;
  }

  private Set<String> granted(
      Installation installation, String account, Right right, Collection<String> ids) {
    ObjectNode question = PropertyText.object().put("accountId", account);
    ObjectNode asked = question.putArray("projectPermissions").addObject();
    asked.putArray("permissions").add(right.name());
    var numbers = asked.putArray(right.of);
    ids.forEach(id -> numbers.add(Long.parseLong(id)));
    JsonNode answer =
        Answers.valueOf(
                jira.ask(
                    installation,
                    JiraCalls.address(installation, "permissions", "check").build(),
                    question))
            .orElseGet(PropertyText::object);
    Set<String> granted = new HashSet<>();
    for (JsonNode permission : answer.path("projectPermissions")) {
      if (right.name().equals(permission.path("permission").asText())) {
        permission.path(right.of).forEach(id -> granted.add(id.asText()));
      }
    }
    return granted;
  }
}
