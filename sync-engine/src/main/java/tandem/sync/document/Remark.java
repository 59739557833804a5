package tandem.sync.document;

/**
 * Something in a document that was not understood; it is kept as it is.
 *
 * @param words a sentence for the person who wrote it
 */
public record Remark(String words) {}
