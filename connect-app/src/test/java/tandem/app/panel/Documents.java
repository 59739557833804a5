package tandem.app.panel;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import tandem.app.panel.document.DocumentKind;
import tandem.app.panel.document.Edit;
import tandem.app.panel.document.Parsed;
import tandem.app.panel.document.PropertyText;

/** Documents as tests write them: JSON with single quotes. */
public final class Documents {
  public static final Instant MONDAY = Instant.parse("2026-11-23T09:00:00Z");
  public static final Instant TUESDAY = Instant.parse("2026-11-24T09:00:00Z");

  private Documents() {}

  public static JsonNode json(String text) {
    return PropertyText.parse(text.replace('\'', '"').getBytes(UTF_8)).orElseThrow();
  }

  /** The document; fails where it is refused. */
  public static <D extends Record> D read(DocumentKind<D> kind, String text) {
    return switch (kind.parse(json(text))) {
      case Parsed.Read<D>(D document) -> document;
      case Parsed.Refused<D>(String why) -> throw new AssertionError("refused: " + why);
    };
  }

  /** Why the document is refused; fails where it is not. */
  public static <D extends Record> String refused(DocumentKind<D> kind, String text) {
    return switch (kind.parse(json(text))) {
      case Parsed.Read<D>(D document) -> throw new AssertionError("read: " + document);
      case Parsed.Refused<D>(String why) -> why;
    };
  }

  public static Edit before(String by) {
    return new Edit(by, MONDAY, false);
  }

  public static Edit after(String by) {
    return new Edit(by, TUESDAY, true);
  }
}
