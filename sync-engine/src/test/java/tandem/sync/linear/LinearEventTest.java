package tandem.sync.linear;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tandem.sync.model.IssueId;

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
