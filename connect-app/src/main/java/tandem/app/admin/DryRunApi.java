package tandem.app.admin;

import com.atlassian.connect.spring.ContextJwt;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tandem.app.connection.Mapping;
import tandem.app.lifecycle.Caller;
import tandem.sync.engine.DryRun;
import tandem.sync.engine.Forecast;
import tandem.sync.model.Draw;
import tandem.sync.model.LinkId;
import tandem.sync.model.Side;
import tandem.sync.reconcile.Conflict;
import tandem.sync.reconcile.TagEdit;
import tandem.sync.replica.Cursor;

/** What a backfill and the turns after it would do, for Jira admins. See docs/api.md. */
@ContextJwt
@RestController
@RequestMapping("/api/admin/mappings/{projectKey}/dry-run")
class DryRunApi {
  private static final int LONGEST_PLACE = 2_000;

  private final Admins admins;
  private final Tenancy tenancy;
  private final DryRun dryRun;

  DryRunApi(Admins admins, Tenancy tenancy, DryRun dryRun) {
    this.admins = admins;
    this.tenancy = tenancy;
    this.dryRun = dryRun;
  }

  /**
   * A page.
   *
   * @param pairs those at which something would happen
   * @param looked Linear issues that were looked at for it
   * @param unchanged linked pairs at which nothing would happen
   */
  record Page(List<Item> pairs, int looked, int unchanged, @Nullable String next) {}

  /** {@code link} is null where the two would be linked. */
  record Item(
      @Nullable Long link,
      Tags jira,
      Tags linear,
      List<Write> writes,
      @Nullable Clash conflict,
      String row,
      String why) {

    static Item of(Forecast.Pair pair) {
      return new Item(
          pair.link().map(LinkId::value).orElse(null),
          Tags.of(pair.left().key(), pair.left().snapshot().budgets()),
          Tags.of(pair.right().key(), pair.right().snapshot().budgets()),
          List.of(Side.values()).stream()
              .filter(side -> !pair.plan().edit(side).isEmpty())
              .map(side -> Write.of(side, pair.plan().edit(side)))
              .toList(),
          pair.plan().conflict().map(Clash::of).orElse(null),
          pair.plan().row().name(),
          pair.plan().row().why());
    }

    boolean isIdle() {
      return link != null && writes.isEmpty() && conflict == null;
    }
  }

  /** A change of one issue's budgets. */
  record Write(String side, List<String> add, List<String> remove) {

    static Write of(Side side, TagEdit edit) {
      return new Write(Tags.nameOf(side), Tags.names(edit.add()), Tags.names(edit.remove()));
    }
  }

  /** {@code chosen} is what the policy would choose; null where it is none, or a person's. */
  record Clash(boolean asksAPerson, @Nullable String chosen) {

    static Clash of(Conflict conflict) {
      return new Clash(
          conflict.chosen().isEmpty(),
          conflict.chosen().flatMap(Draw::budget).map(it -> it.name()).orElse(null));
    }
  }

  @GetMapping
  Page page(
      Caller caller,
      @PathVariable String projectKey,
      @RequestParam(defaultValue = "") String after) {
    admins.require(caller);
    Mapping mapping = tenancy.workable(caller, projectKey);
    if (after.length() > LONGEST_PLACE) {
      throw ChoiceRequest.wrong("after is what an earlier page named as next.");
    }
    var scope = new DryRun.Scope(mapping.installation(), mapping.id(), new Cursor(after));
    Forecast forecast = Failures.valueOf(dryRun.page(scope));
    List<Item> all = forecast.pairs().stream().map(Item::of).toList();
    List<Item> shown = all.stream().filter(it -> !it.isIdle()).toList();
    return new Page(
        shown,
        forecast.looked(),
        all.size() - shown.size(),
        forecast.next().map(Cursor::value).orElse(null));
  }
}
