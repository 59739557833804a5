package tandem.app.admin;

import com.atlassian.connect.spring.ContextJwt;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tandem.app.lifecycle.Caller;
import tandem.sync.engine.ChooseDecision;
import tandem.sync.engine.ChooseDecision.Which;
import tandem.sync.model.DecisionId;
import tandem.sync.model.Side;
import tandem.sync.store.DecisionLedger;
import tandem.sync.store.Slice;

/** What the two sides could not agree on in decisions, and a person's answer. See docs/api.md. */
@ContextJwt
@RestController
@RequestMapping("/api/admin")
class DecisionConflictsApi {
  private final Admins admins;
  private final Tenancy tenancy;
  private final DecisionLedger ledger;
  private final ChooseDecision choose;

  DecisionConflictsApi(
      Admins admins, Tenancy tenancy, DecisionLedger ledger, ChooseDecision choose) {
    this.admins = admins;
    this.tenancy = tenancy;
    this.ledger = ledger;
    this.choose = choose;
  }

  record Page(List<DecisionConflictAnswer> conflicts, @Nullable Long next) {}

  @GetMapping("/decisions/conflicts")
  Page conflicts(
      Caller caller,
      @RequestParam(defaultValue = "open") String state,
      @RequestParam(required = false) @Nullable Long before,
      @RequestParam(required = false) @Nullable Integer limit) {
    admins.require(caller);
    if (!state.equals("open") && !state.equals("all")) {
      throw ChoiceRequest.wrong("state is open or all.");
    }
    Slice slice = Slices.of(before, limit);
    List<DecisionConflictAnswer> items =
        ledger.disputes(caller.installation().id(), state.equals("open"), slice).stream()
            .map(DecisionConflictAnswer::of)
            .toList();
    return new Page(items, Slices.next(items, slice, DecisionConflictAnswer::id));
  }

  /** Kept when it is answered; the next turn of the engine writes it. */
  @PostMapping("/links/{link}/decisions/{decision}/choice")
  @ResponseStatus(HttpStatus.ACCEPTED)
  void choose(
      Caller caller,
      @PathVariable long link,
      @PathVariable String decision,
      @RequestBody ChoiceRequest request) {
    String admin = admins.require(caller);
    Side side = request.checkedSide();
    Tenancy.check(choose.side(which(caller, link, decision), side, admin));
  }

  /** Due at once, with all its attempts anew. */
  @PostMapping("/links/{link}/decisions/{decision}/retry")
  @ResponseStatus(HttpStatus.ACCEPTED)
  void retry(Caller caller, @PathVariable long link, @PathVariable String decision) {
    admins.require(caller);
    Tenancy.check(choose.again(which(caller, link, decision)));
  }

  private Which which(Caller caller, long link, String decision) {
    try {
      DecisionId id = new DecisionId(decision);
      return new Which(caller.installation().id(), tenancy.link(caller, link), id);
    } catch (IllegalArgumentException notAnId) {
      throw ChoiceRequest.wrong("A decision's id has 1 to 64 of a-z, 0-9 and -.");
    }
  }
}
