package tandem.app.connection;

import java.net.URI;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import tandem.app.lifecycle.Installation;
import tandem.app.lifecycle.Installations;
import tandem.sync.engine.Twins;
import tandem.sync.model.MappingId;

/**
 * Reads a Linear issue's pointers to Jira: the key that Linear's own Jira sync names ({@code
 * SHOP-12}), or a browse URL on the mapping's own site ({@code https://site/browse/SHOP-12}). Keys
 * of other projects and URLs of other sites are nobody's. The other way round, reads a Jira issue's
 * remote links to issues of the mapping's team in the connected workspace.
 */
@Component
public class BrowseLinks implements Twins {
  private static final int LONGEST_HINT = 2_000;
  private static final Pattern KEY = Pattern.compile("([A-Z][A-Z0-9_]{1,63})-[1-9]\\d{0,9}");
  private static final Pattern IDENTIFIER =
      Pattern.compile("([A-Z][A-Z0-9]{0,9}-[1-9]\\d{0,8})(?:[/?#].*)?");
  private static final String BROWSE = "/browse/";

  private final Mappings mappings;
  private final Installations installations;
  private final Connections connections;

  BrowseLinks(Mappings mappings, Installations installations, Connections connections) {
    this.mappings = mappings;
    this.installations = installations;
    this.connections = connections;
  }

  @Override
  public Optional<String> leftKey(MappingId id, String hint) {
    return leftKeys(id).apply(hint);
  }

  @Override
  public Function<String, Optional<String>> leftKeys(MappingId id) {
    Optional<Mapping> mapping = mappings.find(id);
    Optional<Installation> installation =
        mapping.flatMap(it -> installations.find(it.installation()));
    return hint ->
        installation
            .flatMap(it -> keyOf(it, hint))
            .filter(key -> mapping.filter(it -> isOf(it.project(), key)).isPresent());
  }

  @Override
  public Optional<String> rightKey(MappingId id, String address) {
    return mappings
        .find(id)
        .flatMap(mapping ->
            connections
                .find(mapping.installation())
                .flatMap(connection -> identifierOf(connection.workspace().url(), address))
                .filter(key -> key.startsWith(mapping.team().key() + "-")));
  }

  /** An issue's page is {@code <workspace>/issue/CHK-7}, and often its title follows. */
  private static Optional<String> identifierOf(URI workspace, String address) {
    String prefix = workspace + "/issue/";
    if (address.length() > LONGEST_HINT || !address.startsWith(prefix)) {
      return Optional.empty();
    }
    Matcher key = IDENTIFIER.matcher(address.substring(prefix.length()));
    return key.matches() ? Optional.of(key.group(1)) : Optional.empty();
  }

  private static Optional<String> keyOf(Installation installation, String hint) {
    if (hint.length() > LONGEST_HINT) {
      return Optional.empty();
    }
    return hint.contains("://")
        ? keyOfUrl(installation.site(), hint)
            .or(() -> installation.displayUrl().flatMap(url -> keyOfUrl(url, hint)))
        : Optional.of(hint);
  }

  private static Optional<String> keyOfUrl(URI site, String hint) {
    try {
      URI url = URI.create(hint);
      boolean here =
          site.getScheme().equals(url.getScheme())
              && site.getAuthority().equalsIgnoreCase(String.valueOf(url.getAuthority()));
      String path = String.valueOf(url.getPath());
      return here && path.startsWith(BROWSE)
          ? Optional.of(path.substring(BROWSE.length()))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static boolean isOf(Mapping.Project project, String key) {
    Matcher matcher = KEY.matcher(key);
    return matcher.matches() && matcher.group(1).equals(project.key());
  }
}
