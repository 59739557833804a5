package tandem.sandbox.linear;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tandem.sandbox.linear.LinearRoom.Got;

/** A team that is deleted, and comes back. */
class TeamRulesTest {
  private static final String DELETE =
      "mutation($id: String!) { teamDelete(id: $id) { success entityId } }";
  private static final String BACK =
      "mutation($id: String!) { teamUnarchive(id: $id) { success entity { key } } }";
  private static final String LOOK =
      "query($id: String!) { issue(id: $id) { archivedAt team { archivedAt } } }";

  private static LinearRoom room;

  @BeforeAll
  static void open() {
    room = new LinearRoom();
  }

  @AfterAll
  static void close() {
    room.close();
  }

  @Test
  void onlyAnAdminDeletesATeam() {
    String member = room.service.seed().apiKey(room.member);
    Got refused = room.ask(member, DELETE, Map.of("id", room.team));
    assertThat(refused.code()).isEqualTo("FORBIDDEN");
  }

  @Test
  void aDeletedTeamTakesItsIssuesAlongAndBringsThemBackButNoneThatWasArchivedBefore() {
    String issue = room.issue("Coupon is applied twice");
    String old = room.issue("Done long ago");
    room.ask("mutation($id: String!) { issueArchive(id: $id) { success } }", Map.of("id", old));

    assertThat(
            room.ask(DELETE, Map.of("id", room.team))
                .data("teamDelete")
                .path("success")
                .asBoolean())
        .isTrue();
    assertThat(archived(issue)).isTrue();
    assertThat(room.ask("{ teams { nodes { id } } }").data("teams").path("nodes")).isEmpty();
    assertThat(room.ask("{ issues { nodes { id } } }").data("issues").path("nodes")).isEmpty();

    assertThat(
            room.ask(BACK, Map.of("id", room.team))
                .data("teamUnarchive")
                .at("/entity/key")
                .asText())
        .isEqualTo("CHK");
    assertThat(archived(issue)).isFalse();
    assertThat(archived(old)).isTrue();
  }

  private static boolean archived(String issue) {
    return !room.ask(LOOK, Map.of("id", issue)).data("issue").path("archivedAt").isNull();
  }
}
