package tandem.sync.document;

import java.util.List;
import tandem.sync.model.Passage;
import tandem.sync.model.Section;
import tandem.sync.model.Topic;

/**
 * A section of a document as it stands there.
 *
 * @param raw all of it, byte for byte, as it was read; the parts of a document, put together, are
 *     the document
 */
record Part(Section.Key key, Passage heading, List<Spot> spots, List<Passage> body, String raw) {
  Part {
    spots = List.copyOf(spots);
    body = List.copyOf(body);
  }

  Section section() {
    return new Section(key, heading, body);
  }

  boolean is(Topic topic) {
    return key.topic() == topic;
  }

  /** Holds nothing beside title and facts, so that it is no section of the decision's own. */
  boolean isBare() {
    return body.isEmpty() && (is(Topic.INTRODUCTION) || is(Topic.STATUS));
  }
}
