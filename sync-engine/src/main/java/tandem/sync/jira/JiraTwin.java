package tandem.sync.jira;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import okhttp3.Request;
import tandem.sync.http.Answer;
import tandem.sync.http.Effect;
import tandem.sync.model.IssueId;
import tandem.sync.replica.Observation;
import tandem.sync.replica.Outcome;
import tandem.sync.replica.RemoteFailure;
import tandem.sync.replica.TwinDraft;

/**
 * Creates an issue in the project that stands for a Linear issue: title, a property that names that
 * one, written in the same call, and a remote link. Jira has no id of ours for a create, so a
 * second attempt searches for the property before it creates.
 */
final class JiraTwin {
  /** Made searchable by the descriptor's module {@code jiraEntityProperties}. */
  static final String PROPERTY = "tandem.twin";

  private static final String USUAL_TYPE = "Task";

  private final JiraProject project;
  private final JiraRequests requests;
  private final Calls calls;

  /** Sends a request. */
  interface Calls {
    <T> Outcome<T> send(Request request, Effect effect, Meaning<T> meaning);

    Outcome<Observation> read(IssueId issue);
  }

  /** What an answer that is a success means; empty where it cannot be read. */
  interface Meaning<T> {
    Optional<T> of(Answer answer);
  }

  JiraTwin(JiraProject project, JiraRequests requests, Calls calls) {
    this.project = project;
    this.requests = requests;
    this.calls = calls;
  }

  Outcome<TwinDraft> draft(IssueId issue) {
    return calls.send(
        requests.draft(issue),
        Effect.READ,
        answer -> JiraJson.object(answer.body().toByteArray()).flatMap(body -> draft(issue, body)));
  }

  private Optional<TwinDraft> draft(IssueId issue, ObjectNode body) {
    return JiraJson.text(body, "/key")
        .map(key ->
            new TwinDraft(
                issue,
                JiraJson.text(body, "/fields/summary").orElse(key),
                URI.create(project.site() + "/browse/" + key)));
  }

  Outcome<Observation> create(TwinDraft draft, boolean again) {
    Outcome<List<IssueId>> earlier = again ? earlier(draft) : new Outcome.Done<>(List.of());
    return earlier
        .then(found -> found.isEmpty() ? created(draft) : new Outcome.Done<>(found.getFirst()))
        .then(id -> pointed(id, draft));
  }

  private Outcome<List<IssueId>> earlier(TwinDraft draft) {
    ObjectNode query = JiraJson.newObject();
    query.put(
        "jql",
        "project = %s AND issue.property[%s].of = \"%s\""
            .formatted(project.projectId(), PROPERTY, quoted(draft.of())));
    query.putArray("fields").add("id");
    return calls.send(
        requests.search(query),
        Effect.READ,
        answer -> JiraJson.object(answer.body().toByteArray()).map(JiraTwin::ids));
  }

  private static List<IssueId> ids(ObjectNode body) {
    return JiraJson.id(body, "/issues/0/id").map(IssueId::new).stream().toList();
  }

  /** Ids are letters, digits and dashes; whatever else came would end the text of the query. */
  private static String quoted(IssueId issue) {
    return issue.value().replaceAll("[^A-Za-z0-9-]", "");
  }

  private Outcome<IssueId> created(TwinDraft draft) {
    return type()
        .then(type ->
            calls.send(
                requests.create(body(draft, type)),
                Effect.WRITE,
                answer ->
                    JiraJson.object(answer.body().toByteArray())
                        .flatMap(made -> JiraJson.id(made, "/id"))
                        .map(IssueId::new)));
  }

  /** "Task" where the project has it, else its first type that is no sub-task. */
  private Outcome<String> type() {
    return calls
        .send(
            requests.issueTypes(project.projectId()),
            Effect.READ,
            answer -> JiraJson.object(answer.body().toByteArray()).map(JiraTwin::types))
        .then(types ->
            types.isEmpty()
                ? new Outcome.Failed<>(
                    new RemoteFailure.Rejected(
                        "the Jira project has no issue type in which Tandem may create"))
                : new Outcome.Done<>(types.getFirst()));
  }

  private static List<String> types(ObjectNode body) {
    List<String> types = new ArrayList<>();
    for (JsonNode type : body.path("issueTypes")) {
      Optional<String> id = JiraJson.id(type, "/id");
      if (id.isPresent() && !type.path("subtask").asBoolean(false)) {
        boolean usual = type.path("name").asText().equals(USUAL_TYPE);
        types.add(usual ? 0 : types.size(), id.get());
      }
    }
    return types;
  }

  private ObjectNode body(TwinDraft draft, String type) {
    ObjectNode body = JiraJson.newObject();
    ObjectNode fields = body.putObject("fields");
    fields.putObject("project").put("id", project.projectId());
    fields.putObject("issuetype").put("id", type);
    fields.put("summary", draft.title());
    ObjectNode property = body.putArray("properties").addObject().put("key", PROPERTY);
    property
        .putObject("value")
        .put("v", 1)
        .put("of", quoted(draft.of()))
        .put("url", draft.address().toString());
    return body;
  }

  /** The remote link is kept by its global id: written twice it is one. */
  private Outcome<Observation> pointed(IssueId id, TwinDraft draft) {
    ObjectNode link = JiraJson.newObject().put("globalId", PROPERTY + "=" + quoted(draft.of()));
    link.putObject("object").put("url", draft.address().toString()).put("title", draft.title());
    return calls
        .send(requests.point(id, link), Effect.WRITE, answer -> Optional.of(true))
        .then(done -> calls.read(id));
  }
}
