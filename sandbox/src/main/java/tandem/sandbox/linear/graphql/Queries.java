package tandem.sandbox.linear.graphql;

import graphql.schema.DataFetchingEnvironment;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tandem.sandbox.linear.access.Standing.Bucket;
import tandem.sandbox.linear.error.LinearError;
import tandem.sandbox.linear.state.Kind;
import tandem.sandbox.linear.state.Row;

/** The queries that are built. Any other answers an error that names it. */
final class Queries {
  private static final double HOUR_MILLIS = 3_600_000;

  private Queries() {}

  static void register(Fields fields) {
    fields
        .query("viewer", (in, env) -> viewer(in))
        .query("organization", (in, env) -> in.rows().organization())
        .query("rateLimitStatus", (in, env) -> rateLimit(in))
        .query("applicationInfo", Queries::application)
        .query("attachmentsForURL", Queries::attachmentsForUrl)
        .query("webhooks", Queries::webhooks)
        .query("webhook", Queries::webhook)
        .query("issues", Queries::issues);
    single(fields, "issue", Kind.ISSUE);
    single(fields, "document", Kind.DOCUMENT);
    single(fields, "comment", Kind.COMMENT);
    single(fields, "attachment", Kind.ATTACHMENT);
    single(fields, "issueLabel", Kind.LABEL);
    single(fields, "team", Kind.TEAM);
    single(fields, "user", Kind.USER);
    single(fields, "workflowState", Kind.WORKFLOW_STATE);
    listing(fields, "documents", Kind.DOCUMENT);
    listing(fields, "comments", Kind.COMMENT);
    listing(fields, "attachments", Kind.ATTACHMENT);
    listing(fields, "issueLabels", Kind.LABEL);
    listing(fields, "teams", Kind.TEAM);
    listing(fields, "users", Kind.USER);
    listing(fields, "workflowStates", Kind.WORKFLOW_STATE);
  }

  private static void single(Fields fields, String name, Kind kind) {
    fields.query(name, (in, env) -> Lookup.row(in.rows(), kind, env.getArgument("id")));
  }

  private static void listing(Fields fields, String name, Kind kind) {
    fields.query(name, (in, env) -> new Listing(in, env).of(kind));
  }

  private static Row viewer(Invocation in) {
    return in.viewer().orElseThrow(() -> LinearError.notFound("User"));
  }

  /** A filter by ids is answered from the ids: what a mirror asks most costs the least. */
  private static Object issues(Invocation in, DataFetchingEnvironment env) {
    Map<String, Map<String, Object>> filter = env.getArgument("filter");
    Map<String, Object> id = filter == null ? null : filter.get("id");
    Object wanted = id == null ? null : id.containsKey("in") ? id.get("in") : id.get("eq");
    Listing listing = new Listing(in, env);
    return wanted == null ? listing.of(Kind.ISSUE) : listing.of(named(in, wanted));
  }

  private static Collection<Row> named(Invocation in, Object wanted) {
    List<?> ids = wanted instanceof List<?> list ? list : List.of(wanted);
    return ids.stream()
        .distinct()
        .flatMap(each -> in.rows().find(Kind.ISSUE, Objects.toString(each)).stream())
        .toList();
  }

  private static Object attachmentsForUrl(Invocation in, DataFetchingEnvironment env) {
    Optional<Object> url = Optional.ofNullable(env.getArgument("url"));
    List<Row> there =
        in.rows().all(Kind.ATTACHMENT).stream()
            .filter(row -> Optional.ofNullable(row.value("url")).equals(url))
            .toList();
    return new Listing(in, env).of(there);
  }

  private static Object webhooks(Invocation in, DataFetchingEnvironment env) {
    in.requireAdmin();
    return new Listing(in, env).of(in.rows().all(Kind.WEBHOOK));
  }

  private static Object webhook(Invocation in, DataFetchingEnvironment env) {
    in.requireAdmin();
    return Lookup.row(in.rows(), Kind.WEBHOOK, env.getArgument("id"));
  }

  private static Object application(Invocation in, DataFetchingEnvironment env) {
    String clientId = env.getArgument("clientId");
    Row application =
        in.rows().all(Kind.APPLICATION).stream()
            .filter(row -> row.required("clientId").equals(clientId))
            .findFirst()
            .orElseThrow(() -> LinearError.notFound("Application"));
    return Map.of(
        "id", application.id(),
        "clientId", application.required("clientId"),
        "name", application.required("name"),
        "developer", "Sandbox",
        "developerUrl", application.texts("redirectUris").getFirst());
  }

  private static Object rateLimit(Invocation in) {
    return Map.of(
        "identifier", in.caller().allowance(),
        "kind", in.caller().means().label(),
        "limits",
            List.of(
                limit(in.standing().requests(), 1),
                limit(in.standing().points(), in.standing().complexity())));
  }

  private static Map<String, Object> limit(Bucket bucket, double requested) {
    return Map.of(
        "type",
        bucket.type(),
        "period",
        HOUR_MILLIS,
        "requestedAmount",
        requested,
        "allowedAmount",
        (double) bucket.limit(),
        "remainingAmount",
        (double) bucket.remaining(),
        "reset",
        (double) bucket.reset().toEpochMilli());
  }
}
