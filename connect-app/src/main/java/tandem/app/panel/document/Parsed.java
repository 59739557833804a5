package tandem.app.panel.document;

/** What a property's value turned out to be. */
public sealed interface Parsed<D> {

  record Read<D>(D document) implements Parsed<D> {}

  /** Not to be understood, and not to be overwritten. {@code why} holds nothing of the value. */
  record Refused<D>(String why) implements Parsed<D> {}
}
