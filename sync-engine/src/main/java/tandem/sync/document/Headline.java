package tandem.sync.document;

import java.util.Locale;
import org.commonmark.node.Heading;
import tandem.sync.model.Passage;
import tandem.sync.model.Topic;

/**
 * What a heading says about its section.
 *
 * @param name what it says, in lower case, where no topic is named by it; else empty
 */
record Headline(Topic topic, String name, Passage heading) {
  static Headline of(Cut cut, Heading node) {
    String name = Passages.inner(Meaning.of(node)).toLowerCase(Locale.ROOT);
    String bare = name.endsWith(":") ? name.substring(0, name.length() - 1) : name;
    Topic topic = Topic.headed(bare);
    return new Headline(topic, topic == Topic.OTHER ? bare : "", cut.passage());
  }
}
