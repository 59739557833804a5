package tandem.sandbox.jira.state;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/** Something that happened to an issue; {@code issue} is its state right after. */
public sealed interface SiteEvent {
  Issue issue();

  Cause cause();

  Instant at();

  record Created(Issue issue, Cause cause, Instant at) implements SiteEvent {}

  record Updated(Issue issue, Cause cause, Instant at, History history) implements SiteEvent {}

  /** {@code issue} is its last state. */
  record Deleted(Issue issue, Cause cause, Instant at) implements SiteEvent {}

  record Commented(Issue issue, Cause cause, Instant at, CommentChange change)
      implements SiteEvent {}

  /** {@code kind} is created, updated or deleted. */
  record CommentChange(String kind, Comment comment) {}

  record PropertySet(Issue issue, Cause cause, Instant at, Property property)
      implements SiteEvent {}

  record PropertyDeleted(Issue issue, Cause cause, Instant at, String key) implements SiteEvent {}

  record Property(String key, JsonNode value) {}
}
