package tandem.sandbox.jira;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tandem.sandbox.jira.state.Issue;
import tandem.sandbox.jira.view.Times;

class RestApiTest {
  private final OpenApi openApi = OpenApi.strict();
  private final JiraSite site = JiraSite.start(JiraSettings.standard());
  private final RestClient admin = new RestClient(site, Cast.ADMIN);
  private final RestClient viewer = new RestClient(site, Cast.VIEWER);

  RestApiTest() {
    site.witness(openApi::see);
    site.hand().project("SHOP", "Checkout team");
  }

  @AfterEach
  void everyShapeWasJiras() {
    site.close();
    assertThat(openApi.violations()).isEmpty();
  }

  @Test
  void anIssueIsCreatedWithItsPropertiesInOneStep() {
    var created =
        admin.post(
            "issue",
            """
            {'fields': {'project': {'key': 'SHOP'}, 'summary': 'Pay by card', 'issuetype': {'name': 'Story'},
              'labels': ['web', 'budget:features']},
             'properties': [{'key': 'tandem.summary', 'value': {'v': 1}}]}\
            """);
    assertThat(created.status()).isEqualTo(201);
    assertThat(created.body().path("key").asText()).isEqualTo("SHOP-1");
    var read = admin.get("issue/SHOP-1?properties=tandem.summary&expand=names");
    assertThat(read.body().at("/fields/labels").toString())
        .isEqualTo("[\"budget:features\",\"web\"]");
    assertThat(read.body().at("/fields/reporter/displayName").asText()).isEqualTo("Amara Okafor");
    assertThat(read.body().at("/properties/tandem.summary/v").asInt()).isEqualTo(1);
  }

  @Test
  void whatIsWrongWithADraftIsSaidByField() {
    var refused =
        admin.post(
            "issue",
            """
            {'fields': {'project': {'key': 'SHOP'}, 'issuetype': {'name': 'Story'}, 'summary': '',
              'description': 'plain text', 'labels': ['two words'], 'colour': 'red'}}\
            """);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body().path("errors").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("summary", "description", "labels", "colour");
    assertThat(site.store().issues()).isEmpty();
  }

  @Test
  void labelsAreAddedAndRemovedOneByOne() {
    site.hand().issue("SHOP", "Pay by card", "web", "budget:features");
    var edit =
        admin.put(
            "issue/SHOP-1",
            """
            {'update': {'labels': [{'remove': 'budget:features'}, {'add': 'budget:system-health'}]}}\
            """);
    assertThat(edit.status()).isEqualTo(204);
    assertThat(issue("SHOP-1").labels()).containsExactly("budget:system-health", "web");
    var change = admin.get("issue/SHOP-1/changelog").body().at("/values/0/items/0");
    assertThat(change.path("field").asText()).isEqualTo("labels");
    assertThat(change.path("fromString").asText()).isEqualTo("budget:features web");
    assertThat(change.path("toString").asText()).isEqualTo("budget:system-health web");
  }

  @Test
  void aFieldMayNotStandInBothFieldsAndUpdate() {
    site.hand().issue("SHOP", "Pay by card");
    var refused =
        admin.put(
            "issue/SHOP-1", "{'fields': {'labels': ['a']}, 'update': {'labels': [{'add': 'b'}]}}");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(issue("SHOP-1").labels()).isEmpty();
  }

  @Test
  void anEditThatChangesNothingLeavesNoTrace() {
    var before = site.hand().issue("SHOP", "Pay by card", "web");
    admin.put("issue/SHOP-1", "{'update': {'labels': [{'add': 'web'}]}}");
    assertThat(issue("SHOP-1")).isEqualTo(before);
  }

  @Test
  void aViewerSeesEverythingAndChangesNothing() {
    site.hand().issue("SHOP", "Pay by card");
    assertThat(viewer.get("issue/SHOP-1").status()).isEqualTo(200);
    assertThat(viewer.put("issue/SHOP-1", "{'fields': {'summary': 'x'}}").status()).isEqualTo(403);
    assertThat(viewer.put("issue/SHOP-1/properties/a", "1").status()).isEqualTo(403);
    assertThat(viewer.delete("issue/SHOP-1").status()).isEqualTo(403);
    assertThat(issue("SHOP-1").field("summary").asText()).isEqualTo("Pay by card");
    var mine = viewer.get("mypermissions?issueKey=SHOP-1&permissions=EDIT_ISSUES,BROWSE_PROJECTS");
    assertThat(mine.body().at("/permissions/EDIT_ISSUES/havePermission").asBoolean()).isFalse();
    assertThat(mine.body().at("/permissions/BROWSE_PROJECTS/havePermission").asBoolean()).isTrue();
  }

  @Test
  void aSearchIsReadPageByPageAndShowsOnlyIdsByDefault() {
    for (int i = 1; i <= 5; i++) {
      site.hand().issue("SHOP", "Issue " + i);
    }
    var keys = new ArrayList<String>();
    var token = "";
    do {
      var more = token.isEmpty() ? "" : ", 'nextPageToken': '" + token + "'";
      var page =
          admin.post(
              "search/jql",
              "{'jql': 'project = SHOP order by key', 'maxResults': 2, 'fields': ['summary']"
                  + more
                  + "}");
      page.body().path("issues").forEach(issue -> keys.add(issue.path("key").asText()));
      token = page.body().path("nextPageToken").asText("");
    } while (!token.isEmpty());
    assertThat(keys).containsExactly("SHOP-1", "SHOP-2", "SHOP-3", "SHOP-4", "SHOP-5");
    var ids = admin.get("search/jql?jql=key%20%3D%20SHOP-1").body().at("/issues/0");
    assertThat(ids.fieldNames()).toIterable().containsExactly("id");
  }

  @Test
  void theOrderOfASearchIsFixedWhenItBegins() {
    for (int i = 1; i <= 4; i++) {
      site.hand().issue("SHOP", "Issue " + i);
    }
    var search = "{'jql': 'project = SHOP order by key', 'maxResults': 2, 'fields': ['summary']%s}";
    var first = admin.post("search/jql", search.formatted(""));
    site.hand().summary("SHOP-3", "Changed");
    site.hand().delete("SHOP-4");
    site.hand().issue("SHOP", "New");
    var token = first.body().path("nextPageToken").asText();
    var second = admin.post("search/jql", search.formatted(", 'nextPageToken': '" + token + "'"));
    assertThat(second.body().path("issues")).hasSize(1);
    assertThat(second.body().at("/issues/0/fields/summary").asText()).isEqualTo("Changed");
    assertThat(second.body().path("isLast").asBoolean()).isTrue();
  }

  @Test
  void anUnboundedSearchIsRefused() {
    assertThat(admin.post("search/jql", "{'jql': 'order by key'}").status()).isEqualTo(400);
  }

  @Test
  void bulkFetchLeavesOutWhatDoesNotExist() {
    site.hand().issue("SHOP", "Pay by card");
    var found =
        admin.post(
            "issue/bulkfetch", "{'issueIdsOrKeys': ['SHOP-1', 'SHOP-9'], 'fields': ['labels']}");
    assertThat(found.body().path("issues")).hasSize(1);
    assertThat(found.body().path("issueErrors")).isEmpty();
  }

  @Test
  void aPropertyIsWrittenReadListedAndDeleted() {
    site.hand().issue("SHOP", "Pay by card");
    var path = "issue/SHOP-1/properties/tandem.impact";
    assertThat(admin.put(path, "{'v': 1}").status()).isEqualTo(201);
    assertThat(admin.put(path, "{'v': 2}").status()).isEqualTo(200);
    assertThat(admin.get(path).body().at("/value/v").asInt()).isEqualTo(2);
    assertThat(admin.get("issue/SHOP-1/properties").body().at("/keys/0/key").asText())
        .isEqualTo("tandem.impact");
    assertThat(admin.delete(path).status()).isEqualTo(204);
    assertThat(admin.get(path).status()).isEqualTo(404);
  }

  @Test
  void aPropertyOfTooManyCharactersIsRefused() {
    site.hand().issue("SHOP", "Pay by card");
    var path = "issue/SHOP-1/properties/big";
    assertThat(admin.put(path, "'" + "x".repeat(32_766) + "'").status()).isEqualTo(201);
    assertThat(admin.put(path, "'" + "x".repeat(32_767) + "'").status()).isEqualTo(400);
  }

  @Test
  void aRemoteLinkIsUpsertedByItsGlobalIdAndLeftOutPartsBecomeEmpty() {
    site.hand().issue("SHOP", "Pay by card");
    var path = "issue/SHOP-1/remotelink";
    var body = "{'globalId': 'linear=1', %s 'object': {'url': 'http://l/1', 'title': 'CHK-1'}}";
    assertThat(admin.post(path, body.formatted("'relationship': 'twin',")).status()).isEqualTo(201);
    assertThat(admin.post(path, body.formatted("")).status()).isEqualTo(200);
    var links = admin.get(path).body();
    assertThat(links).hasSize(1);
    assertThat(links.get(0).has("relationship")).isFalse();
    assertThat(admin.get(path + "?globalId=linear%3D1").body().path("globalId").asText())
        .isEqualTo("linear=1");
    assertThat(admin.delete(path + "?globalId=linear%3D1").status()).isEqualTo(204);
    assertThat(admin.get(path).body()).isEmpty();
  }

  @Test
  void aCommentIsADocumentAndTouchesItsIssue() {
    site.hand().issue("SHOP", "Pay by card");
    var path = "issue/SHOP-1/comment";
    assertThat(admin.post(path, "{'body': 'plain'}").status()).isEqualTo(400);
    var body =
        "{'body': {'version': 1, 'type': 'doc', 'content': [{'type': 'paragraph', 'content':"
            + " [{'type': 'text', 'text': '%s'}]}]}}";
    var made = admin.post(path, body.formatted("hello"));
    assertThat(made.status()).isEqualTo(201);
    var id = made.body().path("id").asText();
    assertThat(admin.put(path + "/" + id, body.formatted("bye")).status()).isEqualTo(200);
    assertThat(admin.get(path).body().path("total").asInt()).isEqualTo(1);
    assertThat(admin.put("comment/" + id + "/properties/tandem", "{'a':1}").status())
        .isEqualTo(201);
    assertThat(admin.post("comment/list", "{'ids': [" + id + "]}").body().path("values"))
        .hasSize(1);
    assertThat(admin.delete(path + "/" + id).status()).isEqualTo(204);
  }

  @Test
  void anIssueMovesThroughItsWorkflow() {
    site.hand().issue("SHOP", "Pay by card");
    assertThat(admin.get("issue/SHOP-1/transitions").body().path("transitions")).hasSize(3);
    assertThat(admin.post("issue/SHOP-1/transitions", "{'transition': {'id': '31'}}").status())
        .isEqualTo(204);
    assertThat(admin.post("issue/SHOP-1/transitions", "{'transition': {'id': '99'}}").status())
        .isEqualTo(400);
    assertThat(admin.get("issue/SHOP-1").body().at("/fields/status/name").asText())
        .isEqualTo("Done");
  }

  @Test
  void aClosedIssueSaysSinceWhenAndAnOpenOneDoesNot() {
    var open = site.hand().issue("SHOP", "Pay by card");
    assertThat(fields("SHOP-1").path("resolutiondate").isNull()).isTrue();
    site.hand().transition("SHOP-1", "In Progress");
    site.hand().transition("SHOP-1", "Done");
    site.hand().labels("SHOP-1", "later");
    var closed = issue("SHOP-1");
    var at = closed.annex().histories().get(1).created();
    assertThat(fields("SHOP-1").path("resolutiondate").asText()).isEqualTo(Times.text(at));
    assertThat(fields("SHOP-1").path("statuscategorychangedate").asText())
        .isEqualTo(Times.text(at));
    site.hand().transition("SHOP-1", "To Do");
    assertThat(fields("SHOP-1").path("resolutiondate").isNull()).isTrue();
    assertThat(open.key()).isEqualTo("SHOP-1");
  }

  @Test
  void anIssueWithASecurityLevelIsShownToAdminsOnly() {
    var issue = site.hand().issue("SHOP", "Pay by card");
    site.hand().edit("SHOP-1", Map.of("security", TextNode.valueOf("10000")));
    assertThat(admin.get("issue/SHOP-1").body().at("/fields/security/name").asText())
        .isEqualTo("Internal");
    assertThat(viewer.get("issue/SHOP-1").status()).isEqualTo(404);
    var search = "{'jql': 'project = SHOP'}";
    assertThat(admin.post("search/jql", search).body().path("issues")).hasSize(1);
    assertThat(viewer.post("search/jql", search).body().path("issues")).isEmpty();
    var question =
        "{'accountId': '%s', 'projectPermissions': [{'permissions': ['BROWSE_PROJECTS'],"
                .formatted(Cast.VIEWER.accountId())
            + " 'issues': ["
            + issue.id()
            + "]}]}";
    assertThat(admin.post("permissions/check", question).body().at("/projectPermissions/0/issues"))
        .isEmpty();
  }

  private JsonNode fields(String key) {
    return admin.get("issue/" + key).body().path("fields");
  }

  @Test
  void theSchemeIsShownInJirasShapes() {
    site.hand().issue("SHOP", "Pay by card", "web");
    for (String path :
        List.of(
            "serverInfo",
            "myself",
            "field",
            "field/search?query=sum",
            "label",
            "status",
            "status/Done",
            "statuscategory",
            "issuetype",
            "priority",
            "project/search?expand=lead,issueTypes",
            "project/SHOP",
            "project/SHOP/statuses",
            "issue/createmeta/SHOP/issuetypes",
            "issue/createmeta/SHOP/issuetypes/10005",
            "user?accountId=712020:mei-tanaka",
            "user/bulk?accountId=712020:mei-tanaka",
            "user/search?query=mei",
            "user/assignable/search?project=SHOP&query=a",
            "issue/SHOP-1?expand=names,schema,transitions,changelog")) {
      assertThat(admin.get(path).status()).describedAs(path).isEqualTo(200);
    }
    var check = "{'projectPermissions': [{'permissions': ['EDIT_ISSUES'], 'projects': [10000]}]}";
    assertThat(viewer.post("permissions/check", check).status()).isEqualTo(200);
    assertThat(admin.post("search/approximate-count", "{'jql': 'project = SHOP'}").status())
        .isEqualTo(200);
    assertThat(
            admin
                .post("jql/match", "{'issueIds': [10000], 'jqls': ['labels = web', 'x = 1']}")
                .body()
                .at("/matches/0/matchedIssues/0")
                .asInt())
        .isEqualTo(10_000);
  }

  @Test
  void whatIsNotBuiltSaysSoLoudly() {
    var answer = admin.get("dashboard");
    assertThat(answer.status()).isEqualTo(501);
    assertThat(answer.body().at("/errorMessages/0").asText()).contains("getAllDashboards");
  }

  private Issue issue(String key) {
    return site.store().issue(key).orElseThrow();
  }
}
