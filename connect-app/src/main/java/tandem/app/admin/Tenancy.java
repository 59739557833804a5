package tandem.app.admin;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;
import tandem.app.connection.MappedReplicas;
import tandem.app.connection.Mapping;
import tandem.app.connection.Mappings;
import tandem.app.lifecycle.Caller;
import tandem.app.lifecycle.Refusal;
import tandem.sync.engine.Answer;
import tandem.sync.model.LinkId;
import tandem.sync.store.Ledger;

/** Finds what an admin names among the admin's own; everything else is unknown (404). */
@Component
class Tenancy {
  private final Mappings mappings;
  private final MappedReplicas replicas;
  private final Ledger ledger;

  Tenancy(Mappings mappings, MappedReplicas replicas, Ledger ledger) {
    this.mappings = mappings;
    this.replicas = replicas;
    this.ledger = ledger;
  }

  Mapping mapping(Caller caller, String projectKey) {
    return mappings
        .ofProjectKey(caller.installation().id(), projectKey)
        .orElseThrow(() ->
            Refusal.of(
                HttpStatus.NOT_FOUND,
                "No mapping",
                "The project " + projectKey + " is not mapped to a Linear team."));
  }

  /** The mapping; refused with 409 and words while it is paused. */
  Mapping workable(Caller caller, String projectKey) {
    Mapping mapping = mapping(caller, projectKey);
    replicas
        .pauseOf(mapping)
        .ifPresent(why -> {
          throw Refusal.of(HttpStatus.CONFLICT, "The mapping is paused", why);
        });
    return mapping;
  }

  LinkId link(Caller caller, long id) {
    LinkId link = new LinkId(id);
    if (!ledger.has(caller.installation().id(), link)) {
      throw unknown();
    }
    return link;
  }

  /** Lets a ruling that was kept through; throws the answer where it was not. */
  static void check(Answer answer) {
    switch (answer) {
      case Answer.Given given -> {}
      case Answer.Refused(String why) ->
          throw Refusal.of(HttpStatus.CONFLICT, "Not possible as things stand", why);
      case Answer.Unknown unknown -> throw unknown();
    }
  }

  private static ErrorResponseException unknown() {
    return Refusal.of(
        HttpStatus.NOT_FOUND,
        "Nothing of that number",
        "This Jira site has no such pair of issues or receipt. Take the number from the lists.");
  }
}
