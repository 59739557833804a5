package tandem.sandbox.linear.state;

import java.util.Locale;
import java.util.function.Supplier;

/**
 * Where the workspace's things are to be seen by people. Linear has {@code
 * https://linear.app/<workspace>/issue/ENG-12/<title>}; here the sandbox's own address stands in
 * the place of the host.
 *
 * @param baseUrl without a slash at its end; asked when it is needed, as the port may be chosen
 *     late
 */
public record Site(Supplier<String> baseUrl) {
  private static final int LONGEST_SLUG = 60;

  /** The address of an issue, a document, a comment, a person, or of the workspace itself. */
  public String url(Rows rows, Row row) {
    String home = baseUrl.get() + "/" + rows.organization().required("urlKey");
    return switch (row.kind()) {
      case ISSUE ->
          home + "/issue/" + row.required("identifier") + "/" + slug(row.required("title"));
      case DOCUMENT ->
          home + "/document/" + slug(row.required("title")) + "-" + row.required("slugId");
      case COMMENT ->
          rows.follow(row, "issueId", Kind.ISSUE).map(issue -> url(rows, issue)).orElse(home)
              + "#comment-"
              + row.id().substring(0, 8);
      case USER -> home + "/profiles/" + slug(row.required("displayName"));
      default -> home;
    };
  }

  private static String slug(String title) {
    String slug =
        title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    return slug.length() <= LONGEST_SLUG ? slug : slug.substring(0, LONGEST_SLUG);
  }
}
