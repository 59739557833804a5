package tandem.sync.replica;

/**
 * The vendor's place in a listing; opaque. {@link #START} is before the first page. It is valid
 * only for the replica and mapping that gave it.
 */
public record Cursor(String value) {
  public static final Cursor START = new Cursor("");
}
