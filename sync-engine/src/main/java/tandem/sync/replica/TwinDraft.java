package tandem.sync.replica;

import java.net.URI;
import tandem.sync.model.IssueId;

/**
 * What an issue is created from that is to stand for another one: nothing else of that is copied.
 *
 * @param of the issue that gets a twin
 * @param title its title, 1 to 255 characters
 * @param address where people open it
 */
public record TwinDraft(IssueId of, String title, URI address) {
  private static final int LONGEST = 255;

  public TwinDraft {
    if (title.isBlank()) {
      title = "Untitled";
    }
    title = title.length() <= LONGEST ? title : title.substring(0, LONGEST - 1) + "…";
  }
}
