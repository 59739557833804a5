package tandem.app.admin;

import com.atlassian.connect.spring.ContextJwt;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tandem.app.lifecycle.Caller;
import tandem.sync.model.Draw;
import tandem.sync.model.Side;
import tandem.sync.store.Ledger;
import tandem.sync.store.Ledger.LinkEntry;
import tandem.sync.store.Slice;

/** The linked issues of a mapping, for Jira admins. See docs/api.md. */
@ContextJwt
@RestController
class LinksApi {
  private final Admins admins;
  private final Tenancy tenancy;
  private final Ledger ledger;

  LinksApi(Admins admins, Tenancy tenancy, Ledger ledger) {
    this.admins = admins;
    this.tenancy = tenancy;
    this.ledger = ledger;
  }

  record Page(List<Item> links, @Nullable Long next) {}

  /**
   * {@code since} is null where the two never agreed; {@code agreed} may be none, null, too. {@code
   * resting} says why the pair is not worked on; null where it is.
   */
  record Item(
      long id,
      Tags jira,
      Tags linear,
      @Nullable String agreed,
      @Nullable Instant since,
      @Nullable String resting) {

    static Item of(LinkEntry entry) {
      return new Item(
          entry.link().id().value(),
          Tags.of(entry.link().leftKey(), entry.left()),
          Tags.of(entry.link().rightKey(), entry.right()),
          entry.agreed().flatMap(Draw::budget).map(budget -> budget.name()).orElse(null),
          entry.since().orElse(null),
          entry.gone().map(side -> resting(entry, side)).orElse(null));
    }

    private static String resting(LinkEntry entry, Side gone) {
      String key =
          switch (gone) {
            case LEFT -> entry.link().leftKey();
            case RIGHT -> entry.link().rightKey();
          };
      return key
          + " is deleted, archived, moved away or not shown to Tandem. Nothing is written to its"
          + " twin until it is seen again; take the two apart if it stays so.";
    }
  }

  @GetMapping("/api/admin/mappings/{projectKey}/links")
  Page links(
      Caller caller,
      @PathVariable String projectKey,
      @RequestParam(required = false) @Nullable Long before,
      @RequestParam(required = false) @Nullable Integer limit) {
    admins.require(caller);
    Slice slice = Slices.of(before, limit);
    List<Item> items =
        ledger
            .links(caller.installation().id(), tenancy.mapping(caller, projectKey).id(), slice)
            .stream()
            .map(Item::of)
            .toList();
    return new Page(items, Slices.next(items, slice, Item::id));
  }
}
