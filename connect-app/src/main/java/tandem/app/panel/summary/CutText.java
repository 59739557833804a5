package tandem.app.panel.summary;

/** A text's beginning, where a property has no room for all of it. */
final class CutText {
  private CutText() {}

  /** Ends in an ellipsis where something was cut off. */
  static String marked(int longest, String text) {
    return text.length() <= longest ? text : to(longest - 1, text) + "…";
  }

  /** Never half a character. */
  static String to(int longest, String text) {
    if (text.length() <= longest) {
      return text;
    }
    boolean half = Character.isHighSurrogate(text.charAt(longest - 1));
    return text.substring(0, half ? longest - 1 : longest);
  }
}
