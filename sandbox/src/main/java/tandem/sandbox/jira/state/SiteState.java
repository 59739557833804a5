package tandem.sandbox.jira.state;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that a site holds, as it is kept in a file between runs.
 *
 * @param counters the last number given, by what it numbers
 */
public record SiteState(
    Directory directory,
    List<Issue> issues,
    List<InstalledApp> apps,
    SortedMap<String, Long> counters) {
  /**
   * People, projects, and project properties by project id and key.
   *
   * @param dashboardItems absent from the files of earlier versions
   */
  public record Directory(
      List<Person> people,
      List<Project> projects,
      SortedMap<String, SortedMap<String, JsonNode>> projectProperties,
      @JsonSetter(nulls = Nulls.AS_EMPTY) List<DashboardItem> dashboardItems) {}

  /** Nobody and nothing. */
  public static SiteState empty() {
    var directory = new Directory(List.of(), List.of(), new TreeMap<>(), List.of());
    return new SiteState(directory, List.of(), List.of(), new TreeMap<>());
  }
}
