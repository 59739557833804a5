package tandem.app.panel;

import com.atlassian.connect.spring.ContextJwt;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tandem.app.lifecycle.Caller;
import tandem.app.lifecycle.Refusal;
import tandem.app.panel.site.People;
import tandem.app.panel.site.People.Person;
import tandem.sync.model.IssueId;

/**
 * Names for the account ids in a panel's documents and, for who may edit the issue, people to
 * choose from. See docs/api.md.
 */
@ContextJwt
@RestController
@RequestMapping("/api/panel/issues/{issueId}/people")
class PeopleApi {
  private static final int MOST_IDS = 90;
  private static final int LONGEST = 128;

  private final People people;
  private final PanelDoor door;

  PeopleApi(People people, PanelDoor door) {
    this.people = people;
    this.door = door;
  }

  record Found(List<Person> people) {}

  @GetMapping
  Found people(
      Caller caller,
      @PathVariable String issueId,
      @RequestParam(defaultValue = "") String ids,
      @RequestParam(defaultValue = "") String query) {
    return query.isBlank() ? named(caller, issueId, ids) : found(caller, issueId, query);
  }

  private Found named(Caller caller, String issueId, String ids) {
    Caller.Named unused = PanelDoor.issue(caller, issueId);
    return new Found(people.of(caller.installation(), each(ids)));
  }

  private Found found(Caller caller, String issueId, String query) {
    IssueId unused = door.editable(caller, issueId);
    check(query.length() <= LONGEST, "The query is longer than 128 characters.");
    return new Found(people.named(caller.installation(), query));
  }

  private static List<String> each(String ids) {
    List<String> each =
        Arrays.stream(ids.split(",", -1))
            .map(String::strip)
            .filter(Predicate.not(String::isEmpty))
            .distinct()
            .toList();
    check(each.size() <= MOST_IDS, "More than 90 people were asked for at once.");
    check(
        each.stream().allMatch(id -> id.length() <= LONGEST),
        "An account id has at most 128 characters.");
    return each;
  }

  private static void check(boolean fine, String rule) {
    if (!fine) {
      throw Refusal.of(HttpStatus.BAD_REQUEST, "A value breaks a rule", rule);
    }
  }
}
