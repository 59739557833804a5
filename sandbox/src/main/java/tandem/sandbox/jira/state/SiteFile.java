package tandem.sandbox.jira.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import tandem.sandbox.http.Json;

/** Keeps a site's state in one JSON file, replaced as a whole; a crash leaves the old one. */
public final class SiteFile {
  private final Path file;

  public SiteFile(Path file) {
    this.file = file;
  }

  /** What was kept; {@link SiteState#empty} when there is no file yet. */
  public SiteState load() {
    try {
      return Files.exists(file)
          ? Json.MAPPER.readValue(Files.readAllBytes(file), SiteState.class)
          : SiteState.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("The sandbox cannot read its state in " + file, e);
    }
  }

  public void save(SiteState state) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      var fresh = file.resolveSibling(file.getFileName() + ".new");
      Files.write(fresh, Json.bytes(state));
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("The sandbox cannot keep its state in " + file, e);
    }
  }
}
