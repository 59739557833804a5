package tandem.sandbox.jira;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tandem.sandbox.http.Json;
import tandem.sandbox.jira.connect.Place;

class StateFileTest {
  @TempDir Path folder;

  @Test
  void aSiteIsTheSameAfterARestart() {
    var settings = JiraSettings.standard().keptIn(folder.resolve("jira.json")).retrying(List.of());
    Object before;
    try (var app = new TinyApp("READ");
        var site = JiraSite.start(settings)) {
      site.hand().project("SHOP", "Checkout team");
      site.hand().issue("SHOP", "Pay by card", "web");
      site.hand().labels("SHOP-1", "budget:features");
      site.hand(Cast.EDITOR).comment("SHOP-1", "hello");
      site.hand().property("SHOP-1", "tandem.summary", Json.object().put("v", 1));
      site.hand().remoteLink("SHOP-1", "linear=1", "http://localhost/CHK-1", "CHK-1");
      site.install(app.descriptorUrl());
      new RestClient(site, Cast.EDITOR)
          .put("dashboard/10000/items/10000/properties/tiny.choice", "{'project': 'SHOP'}");
      assertThat(site.store().dashboardItems()).isNotEmpty();
      before = Json.tree(site.store().state());
    }
    try (var site = JiraSite.start(settings)) {
      assertThat(Json.tree(site.store().state())).isEqualTo(before);
      assertThat(site.hand().issue("SHOP", "Next").key()).isEqualTo("SHOP-2");
      assertThat(site.contextToken("tiny", Cast.ADMIN, Place.NOWHERE)).isNotEmpty();
    }
  }

  @Test
  void aFileFromBeforeThereWereDashboardsIsRead() throws Exception {
    var file = folder.resolve("jira.json");
    Files.writeString(
        file,
        """
        {"directory": {"people": [], "projects": [], "projectProperties": {}}, "issues": [], "apps": [],
         "counters": {"project": 10000}}
        """);
    try (var site = JiraSite.start(JiraSettings.standard().keptIn(file))) {
      assertThat(site.store().dashboardItems()).isEmpty();
      assertThat(site.hand().project("SHOP", "Checkout team").id()).isEqualTo("10001");
    }
  }

  @Test
  void aSiteThatIsKilledLosesAtMostItsLastSecond() {
    var file = folder.resolve("jira.json");
    try (var site = JiraSite.start(JiraSettings.standard().keptIn(file))) {
      site.hand().project("SHOP", "Checkout team");
      Awaitility.await()
          .ignoreExceptions()
          .untilAsserted(() -> assertThat(Files.readString(file)).contains("Checkout team"));
    }
  }
}
