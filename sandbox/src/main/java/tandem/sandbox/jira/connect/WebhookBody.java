package tandem.sandbox.jira.connect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import tandem.sandbox.http.Json;
import tandem.sandbox.jira.state.History;
import tandem.sandbox.jira.state.SiteEvent;
import tandem.sandbox.jira.view.IssueView;
import tandem.sandbox.jira.view.PersonView;

/**
 * What a webhook says ([doc], "Webhooks"): {@code timestamp}, {@code webhookEvent}, {@code user},
 * the issue in the v2 shape, {@code changelog} only on updates. What stands in {@code comment_*}
 * and {@code issue_property_*} beside the comment and the property is *assumed*: the whole issue.
 */
final class WebhookBody {
  private final IssueView issues;
  private final PersonView people;

  WebhookBody(IssueView issues, PersonView people) {
    this.issues = issues;
    this.people = people;
  }

  /** The event's name in a descriptor. */
  static String name(SiteEvent event) {
    return switch (event) {
      case SiteEvent.Created e -> "jira:issue_created";
      case SiteEvent.Updated e -> "jira:issue_updated";
      case SiteEvent.Deleted e -> "jira:issue_deleted";
      case SiteEvent.Commented e -> "comment_" + e.change().kind();
      case SiteEvent.PropertySet e -> "issue_property_set";
      case SiteEvent.PropertyDeleted e -> "issue_property_deleted";
    };
  }

  /**
   * The body for one webhook.
   *
   * @param propertyKeys issue properties that the descriptor wants to see
   */
  ObjectNode of(SiteEvent event, JsonNode propertyKeys) {
    var json =
        Json.object().put("timestamp", event.at().toEpochMilli()).put("webhookEvent", name(event));
    var issue = issues.v2(event.issue());
    if (!propertyKeys.isEmpty()) {
      issue.set("properties", properties(event, propertyKeys));
    }
    switch (event) {
      case SiteEvent.Created e -> json.put("issue_event_type_name", "issue_created");
      case SiteEvent.Updated e -> {
        json.put("issue_event_type_name", kind(e.history()));
        json.set("changelog", issues.changelog().inWebhook(e.history()));
      }
      case SiteEvent.Deleted e -> json.put("issue_event_type_name", "issue_deleted");
      case SiteEvent.Commented e ->
          json.set("comment", issues.comments().v2(e.issue(), e.change().comment()));
      case SiteEvent.PropertySet e -> {
        var property = json.putObject("property").put("key", e.property().key());
        property.set("value", e.property().value());
      }
      case SiteEvent.PropertyDeleted e -> json.putObject("property").put("key", e.key());
    }
    json.set("user", people.of(event.cause().by()));
    json.set("issue", issue);
    return json;
  }

  /** Jira's own kinds of update, as far as the site's only workflow has them. */
  private static String kind(History history) {
    var field = history.items().get(0).field();
    return switch (field) {
      case "status" -> "issue_generic";
      case "assignee" -> "issue_assigned";
      case "project" -> "issue_moved";
      default -> "issue_updated";
    };
  }

  private static ObjectNode properties(SiteEvent event, JsonNode keys) {
    var shown = Json.object();
    for (JsonNode key : keys) {
      var value = event.issue().annex().properties().get(key.asText());
      if (value != null) {
        shown.set(key.asText(), value);
      }
    }
    return shown;
  }
}
