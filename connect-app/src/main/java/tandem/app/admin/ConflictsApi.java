package tandem.app.admin;

import com.atlassian.connect.spring.ContextJwt;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tandem.app.lifecycle.Caller;
import tandem.sync.engine.Answer;
import tandem.sync.engine.Choose;
import tandem.sync.model.Draw;
import tandem.sync.model.InstallationId;
import tandem.sync.model.LinkId;
import tandem.sync.reconcile.Row;
import tandem.sync.store.Ledger;
import tandem.sync.store.Ledger.ConflictEntry;
import tandem.sync.store.Slice;

/** What the two sides could not agree on, and a person's answer to it. See docs/api.md. */
@ContextJwt
@RestController
class ConflictsApi {
  private final Admins admins;
  private final Tenancy tenancy;
  private final Ledger ledger;
  private final Choose choose;

  ConflictsApi(Admins admins, Tenancy tenancy, Ledger ledger, Choose choose) {
    this.admins = admins;
    this.tenancy = tenancy;
    this.ledger = ledger;
    this.choose = choose;
  }

  record Page(List<Item> conflicts, @Nullable Long next) {}

  /**
   * {@code state} is {@code open}, {@code answered} (by the policy or a person; {@code chosen} won,
   * null for none) or {@code settled} (by people's edits).
   */
  record Item(
      long id,
      long link,
      Tags jira,
      Tags linear,
      String state,
      @Nullable String chosen,
      String row,
      String why,
      Instant foundAt) {

    static Item of(ConflictEntry entry) {
      var conflict = entry.conflict();
      return new Item(
          entry.id(),
          entry.link().id().value(),
          Tags.of(entry.link().leftKey(), conflict.left()),
          Tags.of(entry.link().rightKey(), conflict.right()),
          state(entry),
          conflict.chosen().flatMap(Draw::budget).map(budget -> budget.name()).orElse(null),
          conflict.why(),
          Row.valueOf(conflict.why()).why(),
          conflict.foundAt());
    }

    private static String state(ConflictEntry entry) {
      if (entry.closedAt().isEmpty()) {
        return "open";
      }
      return entry.conflict().chosen().isPresent() ? "answered" : "settled";
    }
  }

  @GetMapping("/api/admin/conflicts")
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
    InstallationId tenant = caller.installation().id();
    List<Item> items =
        ledger.conflicts(tenant, state.equals("open"), slice).stream().map(Item::of).toList();
    return new Page(items, Slices.next(items, slice, Item::id));
  }

  /** Kept when it is answered; the next turn of the engine writes it. */
  @PostMapping("/api/admin/links/{link}/choice")
  @ResponseStatus(HttpStatus.ACCEPTED)
  void choose(Caller caller, @PathVariable long link, @RequestBody ChoiceRequest request) {
    String admin = admins.require(caller);
    InstallationId tenant = caller.installation().id();
    LinkId id = tenancy.link(caller, link);
    Answer answer =
        switch (request.checked()) {
          case ChoiceRequest.OfSide(var side) -> choose.side(tenant, id, side, admin);
          case ChoiceRequest.OfBudget(var budget) -> choose.budget(tenant, id, budget, admin);
        };
    Tenancy.check(answer);
  }
}
