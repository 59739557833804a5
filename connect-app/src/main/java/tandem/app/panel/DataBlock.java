package tandem.app.panel;

/**
 * Values within a page, for its script to read: JSON in an element that no browser runs, which the
 * policy against inline scripts leaves alone. Whatever the values hold, they cannot end the element
 * or begin another one: the characters that could are written as JSON's own escapes.
 */
final class DataBlock {
  /** By which the script finds it. */
  static final String ID = "brought-along";

  private DataBlock() {}

  /**
   * The element.
   *
   * @param json well-formed; nothing in it is trusted
   */
  static String of(String json) {
    return "<script type=\"application/json\" id=\"" + ID + "\">" + inert(json) + "</script>\n";
  }

  /** The same values, in characters that HTML and JavaScript have no use for. */
  private static String inert(String json) {
    return json.replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("&", "\\u0026")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029");
  }
}
