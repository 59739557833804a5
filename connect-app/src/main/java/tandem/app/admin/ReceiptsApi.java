package tandem.app.admin;

import com.atlassian.connect.spring.ContextJwt;
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
import tandem.app.connection.Mapping;
import tandem.app.lifecycle.Caller;
import tandem.sync.engine.Undo;
import tandem.sync.model.LinkId;
import tandem.sync.store.Ledger;
import tandem.sync.store.Ledger.ReceiptEntry;
import tandem.sync.store.Slice;

/** What Tandem wrote into the trackers, and taking it back. See docs/api.md. */
@ContextJwt
@RestController
@RequestMapping("/api/admin")
class ReceiptsApi {
  private final Admins admins;
  private final Tenancy tenancy;
  private final Ledger ledger;
  private final Undo undo;

  ReceiptsApi(Admins admins, Tenancy tenancy, Ledger ledger, Undo undo) {
    this.admins = admins;
    this.tenancy = tenancy;
    this.ledger = ledger;
    this.undo = undo;
  }

  record Page(List<ReceiptAnswer> receipts, @Nullable Long next) {}

  @GetMapping("/mappings/{projectKey}/receipts")
  Page ofMapping(
      Caller caller,
      @PathVariable String projectKey,
      @RequestParam(required = false) @Nullable Long before,
      @RequestParam(required = false) @Nullable Integer limit) {
    admins.require(caller);
    Mapping mapping = tenancy.mapping(caller, projectKey);
    Slice slice = Slices.of(before, limit);
    return page(ledger.receipts(mapping.installation(), mapping.id(), slice), slice);
  }

  @GetMapping("/links/{link}/receipts")
  Page ofLink(
      Caller caller,
      @PathVariable long link,
      @RequestParam(required = false) @Nullable Long before,
      @RequestParam(required = false) @Nullable Integer limit) {
    admins.require(caller);
    LinkId id = tenancy.link(caller, link);
    Slice slice = Slices.of(before, limit);
    return page(ledger.receipts(caller.installation().id(), id, slice), slice);
  }

  private static Page page(List<ReceiptEntry> entries, Slice slice) {
    List<ReceiptAnswer> items = entries.stream().map(ReceiptAnswer::of).toList();
    return new Page(items, Slices.next(items, slice, ReceiptAnswer::id));
  }

  /** Kept when it is answered; the next turn of the engine writes it. */
  @PostMapping("/links/{link}/receipts/{receipt}/undo")
  @ResponseStatus(HttpStatus.ACCEPTED)
  void undo(Caller caller, @PathVariable long link, @PathVariable long receipt) {
    String admin = admins.require(caller);
    LinkId id = tenancy.link(caller, link);
    Tenancy.check(undo.receipt(caller.installation().id(), id, receipt, admin));
  }
}
