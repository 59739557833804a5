package tandem.sync.linear;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tandem.sync.model.IssueId;
import tandem.sync.model.Original;

class LinearEventTest {
  private static final IssueId ISSUE = new IssueId("5f0c2f5e-5b1c-4f0e-9d9a-0f2b7c1d2e3f");
  private static final LinearEvent TOUCHED = new LinearEvent.IssueTouched("org-1", ISSUE);

  @ParameterizedTest
  @ValueSource(strings = {"create", "update"})
  void aWholeIssueIsAnObservation(String action) {
    assertThat(parse(issue(action, "\"labelIds\": [\"label-1\", \"label-2\"]")))
        .isEqualTo(
            new LinearEvent.IssueSeen(
                "org-1",
                "team-1",
                ISSUE,
                "CHK-7",
                Instant.parse("2026-11-20T07:42:34.123Z"),
                Set.of("label-1", "label-2")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"description\": \"no labels in here\"",
        "\"labelIds\": \"label-1\"",
        "\"labelIds\": [7]",
        "\"labelIds\": [], \"archivedAt\": \"2026-11-20T07:42:34.123Z\"",
        "\"labelIds\": [], \"trashed\": true"
      })
  void anIssueThatIsNotWholeOrNotAliveHasToBeRead(String data) {
    assertThat(parse(issue("update", data))).isEqualTo(TOUCHED);
  }

  @Test
  void aRemovedIssueIsReadSinceItMayOnlyHaveLeftOurSight() {
    assertThat(parse(issue("remove", "\"labelIds\": []"))).isEqualTo(TOUCHED);
  }

  @Test
  void anAttachmentTouchesItsIssue() {
    assertThat(
            parse(
                """
                {"action": "create", "type": "Attachment", "organizationId": "org-1",
                 "data": {"id": "a-1", "issueId": "5f0c2f5e-5b1c-4f0e-9d9a-0f2b7c1d2e3f"}}
                """))
        .isEqualTo(TOUCHED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"create", "update"})
  void aDocumentThatSaysItIsADecisionIsSeenAsAReadWouldGiveIt(String action) {
    assertThat(parse(document(action, "\"title\": \"Decision: T\", \"content\": \"Text\"")))
        .isEqualTo(
            new LinearEvent.DecisionSeen(
                "org-1",
                new Original(
                    "doc-1",
                    "Decision: T\nText",
                    Optional.of(Instant.parse("2026-11-20T07:42:34.123Z"))),
                Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"title\": \"Decision: Old\"                            | Decision: Old | Text",
        "\"content\": \"Old\"                                    | Decision: T   | Old",
        "\"content\": null                                       | Decision: T   | ''",
        "\"title\": \"Decision: Old\", \"content\": \"Old\"      | Decision: Old | Old"
      })
  void whatAnEditReplacedIsReadFromTheOldValues(String from, String title, String content) {
    LinearEvent event = parse(updated(from + ", \"updatedAt\": \"2026-11-20T07:42:33.001Z\""));
    assertThat(event)
        .isInstanceOfSatisfying(
            LinearEvent.DecisionSeen.class,
            seen ->
                assertThat(seen.replaced())
                    .contains(
                        new Original(
                            "doc-1",
                            title + "\n" + content,
                            Optional.of(Instant.parse("2026-11-20T07:42:33.001Z")))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"sortOrder\": 1", "\"title\": \"Notes\""})
  void anEditThatReplacedNoTextOfADecisionTellsOfNone(String from) {
    assertThat(parse(updated(from)))
        .isInstanceOfSatisfying(
            LinearEvent.DecisionSeen.class, seen -> assertThat(seen.replaced()).isEmpty());
  }

  private static String updated(String from) {
    String event = document("update", "\"title\": \"Decision: T\", \"content\": \"Text\"");
    return event.substring(0, event.lastIndexOf('}')) + ", \"updatedFrom\": {" + from + "}}";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "update | \"title\": \"Notes\", \"content\": \"Text\"",
        "update | \"title\": \"Decision: T\", \"trashed\": true",
        "update | \"title\": \"Decision: T\", \"archivedAt\": \"2026-11-20T07:42:34.123Z\"",
        "remove | \"title\": \"Decision: T\""
      })
  void aDocumentThatIsGoneOrTitledOtherwiseIsOnlyTouched(String action, String data) {
    assertThat(parse(document(action, data)))
        .isEqualTo(new LinearEvent.DocumentTouched("org-1", "doc-1"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "create | /decision Use it\\nText | true",
        "update | /Decision              | true",
        "remove | /decision Use it       | false",
        "create | /decisions             | false",
        "create | A /decision            | false"
      })
  void aCommentThatAsksForADecisionTouchesItsIssue(String action, String body, boolean asks) {
    assertThat(
            parse(
                """
                {"action": "%s", "type": "Comment", "organizationId": "org-1", "data": {"id": "c-1",
                 "body": "%s", "issueId": "5f0c2f5e-5b1c-4f0e-9d9a-0f2b7c1d2e3f"}}
                """
                    .formatted(action, body)))
        .isEqualTo(asks ? TOUCHED : new LinearEvent.Ignored("Comment " + action));
  }

  @Test
  void aDocumentOfAMegabyteIsAnEventLikeAnyOther() {
    String text = "word ".repeat(220_000);
    assertThat(
            parse(document("update", "\"title\": \"Decision: T\", \"content\": \"" + text + "\"")))
        .isInstanceOf(LinearEvent.DecisionSeen.class);
  }

  private static String document(String action, String data) {
    return """
    {"action": "%s", "type": "Document", "organizationId": "org-1",
     "data": {"id": "doc-1", "updatedAt": "2026-11-20T07:42:34.123Z", %s}}
    """
        .formatted(action, data);
  }

  @Test
  void anEventThatChangesNothingOfOursIsIgnoredByName() {
    assertThat(
            parse(
                "{\"action\": \"create\", \"type\": \"Reaction\", \"organizationId\": \"org-1\"}"))
        .isEqualTo(new LinearEvent.Ignored("Reaction create"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{\"action\": \"update\", \"type\": \"Issue\"}",
        "{\"action\": \"update\", \"type\": \"Issue\", \"organizationId\": \"org-1\"}",
        "{\"action\": \"update\", \"type\": 7, \"organizationId\": \"org-1\"}"
      })
  void whatIsNoWebhookOfLinearIsMalformed(String body) {
    assertThat(parse(body)).isInstanceOf(LinearEvent.Malformed.class);
  }

  @Test
  void anIdLongerThanAnyOfLinearsIsMalformed() {
    assertThat(parse(issue("update", "\"labelIds\": []").replace(ISSUE.value(), "x".repeat(65))))
        .isInstanceOf(LinearEvent.Malformed.class);
  }

  private static String issue(String action, String data) {
    return """
    {"action": "%s", "type": "Issue", "organizationId": "org-1", "webhookTimestamp": 1795160554123,
     "data": {"id": "5f0c2f5e-5b1c-4f0e-9d9a-0f2b7c1d2e3f", "teamId": "team-1",
       "identifier": "CHK-7", "updatedAt": "2026-11-20T07:42:34.123Z", %s}}
    """
        .formatted(action, data);
  }

  private static LinearEvent parse(String body) {
    return LinearEvent.parse(body.getBytes(StandardCharsets.UTF_8));
  }
}
