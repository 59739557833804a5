package tandem.sandbox.jira.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * An issue. Immutable; JSON inside is never changed in place.
 *
 * @param fields by field id, in stored form: ids for what has ids, ADF for rich text; absent =
 *     empty
 */
public record Issue(Ref ref, Times times, SortedMap<String, JsonNode> fields, Annex annex) {
  /** Its names. The numeric id never changes. */
  public record Ref(String id, String key, String projectId) {}

  public record Times(Instant created, Instant updated) {}

  /** What hangs on an issue beside its fields. */
  public record Annex(
      SortedMap<String, JsonNode> properties,
      List<Comment> comments,
      List<RemoteLink> links,
      List<History> histories) {
    public static Annex empty() {
      return new Annex(new TreeMap<>(), List.of(), List.of(), List.of());
    }

    public Annex withProperties(SortedMap<String, JsonNode> changed) {
      return new Annex(changed, comments, links, histories);
    }

    public Annex withComments(List<Comment> changed) {
      return new Annex(properties, List.copyOf(changed), links, histories);
    }

    public Annex withLinks(List<RemoteLink> changed) {
      return new Annex(properties, comments, List.copyOf(changed), histories);
    }

    public Annex withHistories(List<History> changed) {
      return new Annex(properties, comments, links, List.copyOf(changed));
    }
  }

  public String id() {
    return ref.id();
  }

  public String key() {
    return ref.key();
  }

  /** A field in stored form; missing when it is empty. */
  public JsonNode field(String id) {
    return fields.getOrDefault(id, MissingNode.getInstance());
  }

  public SortedSet<String> labels() {
    var labels = new TreeSet<String>();
    field("labels").forEach(label -> labels.add(label.asText()));
    return labels;
  }

  /** The keys that it had in other projects, and in this one before it came back. */
  public List<String> formerKeys() {
    return annex.histories().stream()
        .flatMap(history -> history.items().stream())
        .filter(item -> item.field().equals(History.KEY))
        .flatMap(item -> Stream.ofNullable(item.from().text()))
        .filter(former -> !former.equals(key()))
        .toList();
  }

  public Issue with(Annex changed) {
    return new Issue(ref, times, fields, changed);
  }

  public Issue updated(Instant at) {
    return new Issue(ref, new Times(times.created(), at), fields, annex);
  }
}
