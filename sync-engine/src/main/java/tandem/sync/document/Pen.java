package tandem.sync.document;

import java.util.List;
import tandem.sync.model.Passage;
import tandem.sync.model.Topic;

/** Writes parts of a document so that their pieces stay apart. */
final class Pen {
  private static final String BULLET = "\\bullet{";
  private static final String NUMBERED = "\\numbered{";

  private final StringBuilder out = new StringBuilder();

  void copy(String raw) {
    out.append(raw);
  }

  /** Copies with a blank line before it, unless it begins with one. */
  void apart(String raw) {
    if (raw.startsWith("\n") || raw.startsWith("\r\n")) {
      lineEnd();
    } else {
      blankLine();
    }
    copy(raw);
  }

  /** Ends what was written with a blank line, unless nothing was. */
  void blankLine() {
    lineEnd();
    if (!out.isEmpty() && !endsWithBlankLine()) {
      out.append('\n');
    }
  }

  void part(Part part) {
    if (part.is(Topic.FRONT_MATTER)) {
      frontMatter(part);
      return;
    }
    if (!part.is(Topic.INTRODUCTION)) {
      String topic = part.key().topic().heading();
      copy(part.heading().isSilent() ? "## " + topic : part.heading().written());
      blankLine();
    }
    part.spots()
        .forEach(spot -> {
          lineEnd();
          copy(spot.written());
        });
    body(part.body());
  }

  String written() {
    return out.toString();
  }

  /** A value that stands in a line must not end it. */
  static Passage oneLine(Passage value) {
    String line = String.join(" ", value.written().lines().map(String::strip).toList()).strip();
    return new Passage(line, value.meaning());
  }

  private void frontMatter(Part part) {
    FrontMatter.Form form = FrontMatter.Form.of(part.raw());
    line(form.opening);
    part.spots().forEach(spot -> line(spot.written()));
    part.body().forEach(passage -> line(passage.written()));
    line(form.closing);
  }

  private void line(String line) {
    copy(line);
    lineEnd();
  }

  private void body(List<Passage> passages) {
    String last = "";
    char bullet = ' ';
    for (Passage passage : passages) {
      String kind = kind(passage);
      boolean goesOn = !kind.isEmpty() && kind.equals(last);
      if (goesOn) {
        lineEnd();
      } else {
        blankLine();
      }
      bullet = goesOn && bullet != ' ' ? bullet : marker(passage);
      copy(kind.equals(BULLET) ? marked(passage.written(), bullet) : passage.written());
      last = kind;
    }
  }

  /** Items of one list share their mark, whoever wrote them; else they would be two lists. */
  private static String marked(String item, char bullet) {
    int at = markerAt(item);
    return item.substring(0, at) + bullet + item.substring(at + 1);
  }

  private static char marker(Passage passage) {
    return kind(passage).equals(BULLET)
        ? passage.written().charAt(markerAt(passage.written()))
        : ' ';
  }

  private static int markerAt(String item) {
    return item.length() - item.stripLeading().length();
  }

  private static String kind(Passage passage) {
    if (passage.meaning().startsWith(BULLET)) {
      return BULLET;
    }
    return passage.meaning().startsWith(NUMBERED) ? NUMBERED : "";
  }

  private void lineEnd() {
    if (!out.isEmpty() && out.charAt(out.length() - 1) != '\n') {
      out.append('\n');
    }
  }

  private boolean endsWithBlankLine() {
    int line = out.length() - 1;
    while (line > 0 && (out.charAt(line - 1) == '\r' || out.charAt(line - 1) == ' ')) {
      line--;
    }
    return line == 0 || out.charAt(line - 1) == '\n';
  }
}
