package tandem.sandbox.jira.jql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A piece of a query.
 *
 * @param kind what it is
 * @param text without quotes and escapes
 */
record Token(Kind kind, String text) {
  enum Kind {
    WORD,
    QUOTED,
    SIGN,
    END
  }

  private static final String RESERVED = ";?|*/%^$#@";

  boolean is(String word) {
    return kind == Kind.WORD && text.toLowerCase(Locale.ROOT).equals(word);
  }

  boolean isSign(String sign) {
    return kind == Kind.SIGN && text.equals(sign);
  }

  /** Cuts a query; the last token is of kind END. */
  static List<Token> cut(String jql) {
    var tokens = new ArrayList<Token>();
    int at = 0;
    while (at < jql.length()) {
      char c = jql.charAt(at);
      if (Character.isWhitespace(c)) {
        at++;
      } else if (c == '"' || c == '\'') {
        at = quoted(jql, at, tokens);
      } else if ("(),=!<>~".indexOf(c) >= 0) {
        at = sign(jql, at, tokens);
      } else {
        at = word(jql, at, tokens);
      }
    }
    tokens.add(new Token(Kind.END, ""));
    return tokens;
  }

  private static int quoted(String jql, int start, List<Token> tokens) {
    var text = new StringBuilder();
    int at = start + 1;
    while (at < jql.length() && jql.charAt(at) != jql.charAt(start)) {
      if (jql.charAt(at) == '\\' && at + 1 < jql.length()) {
        at++;
      }
      text.append(jql.charAt(at++));
    }
    if (at == jql.length()) {
      throw new JqlError(
          "Error in the JQL Query: The quoted string '" + text + "' has not been completed.");
    }
    tokens.add(new Token(Kind.QUOTED, text.toString()));
    return at + 1;
  }

  private static int sign(String jql, int start, List<Token> tokens) {
    var two = jql.substring(start, Math.min(start + 2, jql.length()));
    var text = List.of("!=", ">=", "<=", "!~").contains(two) ? two : two.substring(0, 1);
    tokens.add(new Token(Kind.SIGN, text));
    return start + text.length();
  }

  private static int word(String jql, int start, List<Token> tokens) {
    int at = start;
    while (at < jql.length()
        && !Character.isWhitespace(jql.charAt(at))
        && "(),=!<>~\"'".indexOf(jql.charAt(at)) < 0) {
      if (RESERVED.indexOf(jql.charAt(at)) >= 0) {
        throw new JqlError(
            "Error in the JQL Query: The character '"
                + jql.charAt(at)
                + "' is a reserved JQL character. You must enclose it in a string.");
      }
      at++;
    }
    tokens.add(new Token(Kind.WORD, jql.substring(start, at)));
    return at;
  }
}
