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
import tandem.sync.model.LinkId;
import tandem.sync.store.DecisionLedger;
import tandem.sync.store.DecisionLedger.ReceiptEntry;
import tandem.sync.store.Slice;

/** What Tandem wrote of decisions. They are undone like all receipts. See docs/api.md. */
@ContextJwt
@RestController
@RequestMapping("/api/admin")
class DecisionReceiptsApi {
  private final Admins admins;
  private final Tenancy tenancy;
  private final DecisionLedger ledger;

  DecisionReceiptsApi(Admins admins, Tenancy tenancy, DecisionLedger ledger) {
    this.admins = admins;
    this.tenancy = tenancy;
    this.ledger = ledger;
  }

  record Page(List<DecisionReceiptAnswer> receipts, @Nullable Long next) {}

  @GetMapping("/mappings/{projectKey}/decisions/receipts")
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

  @GetMapping("/links/{link}/decisions/receipts")
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
    List<DecisionReceiptAnswer> items = entries.stream().map(DecisionReceiptAnswer::of).toList();
    return new Page(items, Slices.next(items, slice, DecisionReceiptAnswer::id));
  }
}
