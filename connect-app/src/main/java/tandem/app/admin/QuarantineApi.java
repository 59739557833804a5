package tandem.app.admin;

import com.atlassian.connect.spring.ContextJwt;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tandem.app.lifecycle.Caller;
import tandem.app.lifecycle.Refusal;
import tandem.sync.engine.Engine;
import tandem.sync.model.LinkId;
import tandem.sync.queue.Quarantine;
import tandem.sync.store.Slice;

/** The pairs of issues that were set aside, and trying them again. See docs/api.md. */
@ContextJwt
@RestController
class QuarantineApi {
  private final Admins admins;
  private final Tenancy tenancy;
  private final Quarantine quarantine;
  private final Engine engine;

  QuarantineApi(Admins admins, Tenancy tenancy, Quarantine quarantine, Engine engine) {
    this.admins = admins;
    this.tenancy = tenancy;
    this.quarantine = quarantine;
    this.engine = engine;
  }

  record Page(List<Item> links, @Nullable Long next) {}

  /** {@code why} is one sentence for the admin. */
  record Item(long link, String jira, String linear, String why) {

    static Item of(Quarantine.Entry entry) {
      return new Item(
          entry.link().id().value(), entry.link().leftKey(), entry.link().rightKey(), entry.why());
    }
  }

  @GetMapping("/api/admin/quarantine")
  Page quarantine(
      Caller caller,
      @RequestParam(required = false) @Nullable Long before,
      @RequestParam(required = false) @Nullable Integer limit) {
    admins.require(caller);
    Slice slice = Slices.of(before, limit);
    List<Item> items =
        quarantine.of(caller.installation().id(), slice).stream().map(Item::of).toList();
    return new Page(items, Slices.next(items, slice, Item::link));
  }

  /** Due at once, with all its attempts anew. */
  @PostMapping("/api/admin/links/{link}/replay")
  @ResponseStatus(HttpStatus.ACCEPTED)
  void replay(Caller caller, @PathVariable long link) {
    admins.require(caller);
    LinkId id = tenancy.link(caller, link);
    if (!engine.replay(caller.installation().id(), id)) {
      throw Refusal.of(
          HttpStatus.CONFLICT,
          "Not in quarantine",
          "This pair of issues is not set aside: there is nothing to replay.");
    }
  }
}
