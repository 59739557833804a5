package tandem.sandbox.linear.graphql;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tandem.sandbox.linear.error.LinearError;
import tandem.sandbox.linear.state.Kind;
import tandem.sandbox.linear.state.Row;
import tandem.sandbox.linear.state.Rows;

/** Finds rows by the ids that callers send; what is not there is Linear's "Entity not found". */
final class Lookup {
  private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z0-9]+-\\d+");
  private static final int UUID_VERSION = 4;

  private Lookup() {}

  static Row row(Rows rows, Kind kind, @Nullable Object id) {
    return find(rows, kind, String.valueOf(id))
        .orElseThrow(() -> LinearError.notFound(kind.typeName()));
  }

  /** Issues also go by their identifier ({@code ENG-12}), also by one they had before. */
  static Optional<Row> find(Rows rows, Kind kind, String id) {
    if (kind == Kind.ISSUE && IDENTIFIER.matcher(id).matches()) {
      return rows.all(kind).stream()
          .filter(row ->
              row.required("identifier").equalsIgnoreCase(id)
                  || row.texts("previousIdentifiers").contains(id))
          .findFirst();
    }
    return rows.find(kind, id);
  }

  /**
   * The id of a new row: the caller's own if it sent one. A second create with the same id is
   * refused, as seen by others on the live API.
   */
  static String freshId(Rows rows, Kind kind, Input input, Invocation in) {
    Optional<String> own = input.text("id");
    if (own.isEmpty()) {
      return in.newId();
    }
    String id = own.get();
    if (!isUuid(id)) {
      throw LinearError.invalid("Argument Validation Error: id must be a UUID v4");
    }
    if (rows.find(kind, id).isPresent()) {
      throw LinearError.invalid("conflict on insert of " + kind.typeName() + ": " + id);
    }
    return id;
  }

  private static boolean isUuid(String id) {
    try {
      UUID uuid = UUID.fromString(id);
      return uuid.version() == UUID_VERSION && uuid.toString().equals(id);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
