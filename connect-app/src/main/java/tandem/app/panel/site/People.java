package tandem.app.panel.site;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tandem.app.lifecycle.Installation;
import tandem.app.panel.document.PropertyText;
import tandem.sync.model.InstallationId;

/**
 * Names of people, kept in memory for ten minutes and nowhere else.
 *
 * @see <a href=
 *     "https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-users/">Users</a>
 */
@Component
public class People {
  private static final Duration FRESH = Duration.ofMinutes(10);
  private static final int MOST = 20_000;
  private static final int MOST_QUERIES = 2_000;
  private static final String MOST_AT_ONCE = "100";
  private static final String MOST_FOUND = "20";

  /**
   * Anything else in a document is nobody, and Jira is not asked for it: with signs that an address
   * encodes, the order in which a call's values are signed is in doubt, and a call that is refused
   * for one id names nobody.
   */
  private static final Pattern ACCOUNT_ID = Pattern.compile("[A-Za-z0-9:_-]{1,128}");

  private final JiraCalls jira;
  private final Cache<Key, Person> known;
  private final Cache<Key, List<Person>> found;

  /** Of a person, or of a query. */
  private record Key(InstallationId installation, String text) {}

  /**
   * An account of the site.
   *
   * @param name null for somebody whom Jira does not know any more
   */
  public record Person(String id, @Nullable String name, boolean active) {}

  People(JiraCalls jira, InstantSource clock) {
    this.jira = jira;
    this.known = cache(MOST, clock).build();
    this.found = cache(MOST_QUERIES, clock).build();
  }

  private static Caffeine<Object, Object> cache(int most, InstantSource clock) {
    return Caffeine.newBuilder()
        .expireAfterWrite(FRESH)
        .maximumSize(most)
        .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()));
  }

  /** In the order of the ids, at most 100. At most one remote call. */
  public List<Person> of(Installation installation, Collection<String> ids) {
    List<Key> keys = ids.stream().map(id -> new Key(installation.id(), id)).toList();
    Map<Key, Person> people = known.getAll(keys, missing -> asked(installation, missing));
    return keys.stream().map(people::get).toList();
  }

  private Map<Key, Person> asked(Installation installation, Set<? extends Key> missing) {
    Map<Key, Person> people = new HashMap<>();
    missing.forEach(key -> people.put(key, new Person(key.text(), null, false)));
    List<String> ids =
        missing.stream().map(Key::text).filter(ACCOUNT_ID.asMatchPredicate()).toList();
    if (!ids.isEmpty()) {
      for (JsonNode user : bulk(installation, ids)) {
        Person person = person(user);
        people.put(new Key(installation.id(), person.id()), person);
      }
    }
    return people;
  }

  private JsonNode bulk(Installation installation, List<String> ids) {
    HttpUrl.Builder address =
        JiraCalls.address(installation, "user", "bulk")
            .addQueryParameter("maxResults", MOST_AT_ONCE);
    ids.forEach(id -> address.addQueryParameter("accountId", id));
    return Answers.valueOf(jira.read(installation, address.build()))
        .orElseGet(PropertyText::object)
        .path("values");
  }

  /** People whose name matches, without apps, at most 20. At most one remote call. */
  public List<Person> named(Installation installation, String query) {
    return found.get(
        new Key(installation.id(), query.strip().toLowerCase(Locale.ROOT)),
        key -> search(installation, key.text()));
  }

  private List<Person> search(Installation installation, String query) {
    HttpUrl address =
        JiraCalls.address(installation, "user", "search")
            .addQueryParameter("query", query)
            .addQueryParameter("maxResults", MOST_FOUND)
            .build();
    JsonNode answer =
        Answers.valueOf(jira.read(installation, address)).orElseGet(PropertyText::object);
    return StreamSupport.stream(answer.spliterator(), false)
        .filter(user -> "atlassian".equals(user.path("accountType").asText()))
        .map(People::person)
        .filter(Person::active)
        .collect(Collectors.toUnmodifiableList());
  }

  private static Person person(JsonNode user) {
    return new Person(
        user.path("accountId").asText(),
        user.path("displayName").asText(),
        user.path("active").asBoolean());
  }
}
