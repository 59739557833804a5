package tandem.app.admin;

import com.atlassian.connect.spring.ContextJwt;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tandem.app.lifecycle.Caller;
import tandem.sync.engine.Release;
import tandem.sync.model.DecisionId;
import tandem.sync.store.Holds;
import tandem.sync.store.Slice;

/** Deletions that are too many to be mirrored without a yes. See docs/api.md. */
@ContextJwt
@RestController
@RequestMapping("/api/admin/holds")
class HoldsApi {
  private final Admins admins;
  private final Holds holds;
  private final Release release;

  HoldsApi(Admins admins, Holds holds, Release release) {
    this.admins = admins;
    this.holds = holds;
    this.release = release;
  }

  record Page(List<Item> holds, @Nullable Long next) {}

  /** {@code budget}: the tag is to be taken away; {@code decisions}: these are to be deleted. */
  record Item(
      long id,
      long link,
      String jira,
      String linear,
      boolean budget,
      List<String> decisions,
      String row,
      String why,
      Instant foundAt) {

    static Item of(Holds.Entry entry) {
      return new Item(
          entry.hold().id(),
          entry.link().id().value(),
          entry.link().leftKey(),
          entry.link().rightKey(),
          entry.hold().budget(),
          entry.hold().decisions().stream().map(DecisionId::value).toList(),
          entry.hold().why(),
          why(entry.hold().why()),
          entry.foundAt());
    }

    private static String why(String row) {
      return switch (row) {
        case "H01" ->
            "most of the decisions of this pair of issues were deleted on one side at once";
        case "H06" ->
            "the label of this budget was deleted in Linear, which took it off every issue; nobody"
                + " took it off this one";
        default -> "very much was deleted in this mapping within an hour";
      };
    }
  }

  @GetMapping
  Page holds(
      Caller caller,
      @RequestParam(required = false) @Nullable Long before,
      @RequestParam(required = false) @Nullable Integer limit) {
    admins.require(caller);
    Slice slice = Slices.of(before, limit);
    List<Item> items =
        holds.waiting(caller.installation().id(), slice).stream().map(Item::of).toList();
    return new Page(items, Slices.next(items, slice, Item::id));
  }

  /** Kept when it is answered; the next turn of the engine deletes on the other side, too. */
  @PostMapping("/{hold}/apply")
  @ResponseStatus(HttpStatus.ACCEPTED)
  void apply(Caller caller, @PathVariable long hold) {
    String admin = admins.require(caller);
    Tenancy.check(release.apply(caller.installation().id(), hold, admin));
  }

  /** Kept when it is answered; the next turn of the engine writes what is gone again. */
  @PostMapping("/{hold}/dismiss")
  @ResponseStatus(HttpStatus.ACCEPTED)
  void dismiss(Caller caller, @PathVariable long hold) {
    admins.require(caller);
    Tenancy.check(release.dismiss(caller.installation().id(), hold));
  }
}
