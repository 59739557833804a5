package tandem.app.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;
import tandem.app.connection.IssueLocks;
import tandem.app.lifecycle.Refusal;
import tandem.app.project.Answers;
import tandem.app.project.IssueProperties;
import tandem.app.project.IssueProperties.Property;
import tandem.app.project.ProjectIndex;
import tandem.app.project.Visit;
import tandem.sync.model.IssueId;

/** Writes ratings into the property of the panel "Business impact", which keeps all else. */
@Component
class Ratings {
  private static final String PROPERTY = "tandem.impact";

  private final IssueProperties properties;
  private final IssueLocks locks;
  private final ProjectIndex index;
  private final ObjectMapper json;

  Ratings(IssueProperties properties, IssueLocks locks, ProjectIndex index, ObjectMapper json) {
    this.properties = properties;
    this.locks = locks;
    this.index = index;
    this.json = json;
  }

  /** Safe to repeat. Throws the answer where the person may not, or the property is not ours. */
  void rate(Visit visit, String issueId, Rating rating) {
    properties.requireEdit(visit, issueId);
    locks.within(
        visit.tenant(),
        new IssueId(issueId),
        () -> {
          ObjectNode impact = impact(Answers.valueOf(properties.read(visit, issueId, PROPERTY)));
          write(visit, issueId, rated(impact, rating));
          return rating;
        });
    index.rated(visit, issueId, rating.impactNumber(), rating.effortNumber());
  }

  private ObjectNode impact(Optional<JsonNode> stored) {
    JsonNode value = stored.orElseGet(() -> json.createObjectNode().put("v", 1));
    boolean ours =
        value.isObject() && value.path("v").isIntegralNumber() && value.path("v").asInt() == 1;
    if (!ours || !isMissingOrObject(value.path("rating"))) {
      throw Refusal.of(
          HttpStatus.CONFLICT,
          "Its impact cannot be read",
          "What is stored on the issue was not written by this version of Tandem, so it is not"
              + " overwritten. Open the issue's panel Business impact.");
    }
    return (ObjectNode) value;
  }

  private static boolean isMissingOrObject(JsonNode rating) {
    return rating.isMissingNode() || rating.isNull() || rating.isObject();
  }

  private static ObjectNode rated(ObjectNode impact, Rating rating) {
    ObjectNode both =
        impact.path("rating").isObject()
            ? (ObjectNode) impact.path("rating")
            : impact.putObject("rating");
    both.put("impact", rating.impact());
    both.put("effort", rating.effort());
    return impact;
  }

  private void write(Visit visit, String issueId, ObjectNode impact) {
    if (impact.toString().length() > IssueProperties.LONGEST) {
      throw Refusal.of(
          HttpStatus.PAYLOAD_TOO_LARGE,
          "No room left",
          "The issue's panel Business impact is full. Shorten a text there, then rate it again.");
    }
    boolean written =
        Answers.valueOf(properties.write(visit, issueId, new Property(PROPERTY, impact)));
    if (!written) {
      throw gone();
    }
  }

  static ErrorResponseException gone() {
    return Refusal.of(
        HttpStatus.NOT_FOUND,
        "No such issue",
        "The issue is not in this project any more, or you may not see it.");
  }
}
