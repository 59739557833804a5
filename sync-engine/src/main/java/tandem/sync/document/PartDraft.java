package tandem.sync.document;

import java.util.ArrayList;
import java.util.List;
import tandem.sync.model.Passage;
import tandem.sync.model.Section;
import tandem.sync.model.Topic;

/** A part while its pieces are still being read. */
final class PartDraft {
  private final Section.Key key;
  private final Passage heading;
  private final List<Spot> spots = new ArrayList<>();
  private final List<Passage> body = new ArrayList<>();
  private final StringBuilder raw;

  PartDraft(Section.Key key, Passage heading, String raw) {
    this.key = key;
    this.heading = heading;
    this.raw = new StringBuilder(raw);
  }

  Topic topic() {
    return key.topic();
  }

  boolean isEmpty() {
    return spots.isEmpty() && body.isEmpty();
  }

  void add(Cut cut) {
    raw.append(cut.written());
    if (!cut.isDefinition()) {
      body.add(cut.passage());
    }
  }

  void add(Passage line) {
    raw.append(line.written());
    body.add(line);
  }

  void add(Spot spot) {
    raw.append(spot.written());
    spots.add(spot);
  }

  Part finish() {
    return new Part(key, heading, spots, body, raw.toString());
  }
}
