package tandem.sync.document;

import java.util.List;
import java.util.Optional;
import tandem.sync.model.Section;

/** A document as its parts, in order: put together, they are the document byte for byte. */
record Outline(List<Part> parts) {
  Outline {
    parts = List.copyOf(parts);
  }

  /** Total. */
  static Outline of(String markdown) {
    return new OutlineReader(markdown).read();
  }

  Optional<Part> part(Section.Key key) {
    return parts.stream().filter(part -> part.key().equals(key)).findFirst();
  }

  List<Spot> spots() {
    return parts.stream().flatMap(part -> part.spots().stream()).toList();
  }
}
