package tandem.sandbox.linear.webhook;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tandem.sandbox.linear.state.Author;
import tandem.sandbox.linear.state.Change;
import tandem.sandbox.linear.state.Kind;
import tandem.sandbox.linear.state.Moments;
import tandem.sandbox.linear.state.Row;
import tandem.sandbox.linear.state.Rows;
import tandem.sandbox.linear.state.Site;
import tandem.sandbox.linear.state.Workspace;

/**
 * Makes an event of every committed change, for every webhook that listens to its type and team.
 * Applications hear of their own writes too. A change to a label is told to all webhooks of its
 * team, to those of all public teams if it is a label of the workspace (assumed).
 */
public final class Announcer implements Workspace.Watcher {
  /** What comes in from outside. */
  public record Outside(Site site, InstantSource clock, Supplier<String> ids) {}

  private static final Set<Kind> TOLD =
      Set.of(Kind.ISSUE, Kind.COMMENT, Kind.ATTACHMENT, Kind.LABEL, Kind.DOCUMENT);

  private final Workspace workspace;
  private final Deliveries deliveries;
  private final Outside outside;

  public Announcer(Workspace workspace, Deliveries deliveries, Outside outside) {
    this.workspace = workspace;
    this.deliveries = deliveries;
    this.outside = outside;
  }

  @Override
  public void changed(Author author, List<Change> changes) {
    workspace.read(rows -> {
      changes.stream()
          .filter(change -> TOLD.contains(change.row().kind()))
          .forEach(change -> tell(rows, author, change));
      changes.stream()
          .filter(change -> change.row().kind() == Kind.WEBHOOK && change.after().isEmpty())
          .forEach(change -> revoked(rows, change.row()));
      return changes.size();
    });
  }

  private void tell(Rows rows, Author author, Change change) {
    Row row = change.row();
    String type = row.kind().typeName();
    for (Row webhook : rows.all(Kind.WEBHOOK)) {
      if (webhook.flag("enabled")
          && webhook.texts("resourceTypes").contains(type)
          && covers(webhook, team(rows, row))) {
        deliveries.send(
            new Event(outside.ids().get(), webhook.id(), type, body(rows, author, change)));
      }
    }
  }

  private Map<String, @Nullable Object> body(Rows rows, Author author, Change change) {
    Row row = change.row();
    Payloads payloads = new Payloads(rows, outside.site());
    boolean update = !change.created() && !change.removed();
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("action", change.created() ? "create" : update ? "update" : "remove");
    body.put("actor", actor(rows, author, payloads));
    body.put("createdAt", Moments.text(outside.clock().instant()));
    body.put("data", payloads.data(row));
    body.put("url", outside.site().url(rows, row));
    body.put("type", row.kind().typeName());
    body.put("organizationId", rows.organization().id());
    if (update) {
      body.put("updatedFrom", before(change));
    }
    return body;
  }

  /** The old values of the columns that changed. */
  private static Map<String, @Nullable Object> before(Change change) {
    Row old = change.before().orElseThrow();
    Row row = change.row();
    Set<String> columns = new TreeSet<>(old.columns().keySet());
    columns.addAll(row.columns().keySet());
    Map<String, @Nullable Object> before = new LinkedHashMap<>();
    for (String column : columns) {
      Object was = old.value(column);
      if (Payloads.shows(row, column)
          && !Optional.ofNullable(was).equals(Optional.ofNullable(row.value(column)))) {
        before.put(column, column.equals("labelIds") ? old.texts(column) : was);
      }
    }
    return before;
  }

  private static @Nullable Object actor(Rows rows, Author author, Payloads payloads) {
    Optional<Row> application =
        author.applicationId().flatMap(id -> rows.find(Kind.APPLICATION, id));
    if (application.isPresent()) {
      return Map.of(
          "id", application.get().id(),
          "name", application.get().required("name"),
          "type", "oauthClient");
    }
    return rows.find(Kind.USER, author.userId())
        .map(user -> {
          Map<String, @Nullable Object> actor = payloads.user(user);
          actor.put("type", "user");
          return actor;
        })
        .orElse(null);
  }

  /** The team whose webhooks are concerned; none for what belongs to the whole workspace. */
  private static Optional<String> team(Rows rows, Row row) {
    return row.text("teamId")
        .or(() -> rows.follow(row, "issueId", Kind.ISSUE).flatMap(issue -> issue.text("teamId")));
  }

  private static boolean covers(Row webhook, Optional<String> team) {
    return webhook.flag("allPublicTeams")
        || (team.isPresent() && webhook.text("teamId").equals(team));
  }

  /** The last thing that an application's webhook hears: nobody lets it in any more. */
  private void revoked(Rows rows, Row webhook) {
    Optional<String> application = webhook.text("applicationId");
    if (application.isEmpty()) {
      return;
    }
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("type", "OAuthApp");
    body.put("action", "revoked");
    body.put("createdAt", Moments.text(outside.clock().instant()));
    body.put("organizationId", rows.organization().id());
    body.put("oauthClientId", application.get());
    deliveries.farewell(webhook, new Event(outside.ids().get(), webhook.id(), "OAuthApp", body));
  }
}
