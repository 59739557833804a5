package tandem.sync.engine;

/** What came of a person's ruling or replay. */
public sealed interface Answer {

  /** It is durable; the engine's next turn of the link carries it out. */
  record Given() implements Answer {}

  /** Not possible as things stand; nothing was changed. One sentence for the person. */
  record Refused(String why) implements Answer {}

  /** This tenant has no such link or receipt. */
  record Unknown() implements Answer {}
}
