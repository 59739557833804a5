package tandem.app.admin;

import com.atlassian.connect.spring.ContextJwt;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tandem.app.connection.Mapping;
import tandem.app.lifecycle.Caller;
import tandem.app.lifecycle.Refusal;
import tandem.sync.engine.Linking;
import tandem.sync.model.LinkId;

/** Linking two issues by hand, and taking them apart, for Jira admins. See docs/api.md. */
@ContextJwt
@RestController
@RequestMapping("/api/admin/links")
class LinkingApi {
  private final Admins admins;
  private final Tenancy tenancy;
  private final Linking linking;

  LinkingApi(Admins admins, Tenancy tenancy, Linking linking) {
    this.admins = admins;
    this.tenancy = tenancy;
    this.linking = linking;
  }

  record Made(long id) {}

  /** Links two issues of a mapped project and its team; the next turn compares them. */
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Made link(Caller caller, @RequestBody LinkRequest request) {
    admins.require(caller);
    LinkRequest.Checked asked = request.checked();
    Mapping mapping = tenancy.workable(caller, asked.projectKey());
    var wish = new Linking.Wish(mapping.installation(), mapping.id(), asked.jira(), asked.linear());
    return switch (Failures.valueOf(linking.link(wish))) {
      case Linking.Result.Linked(LinkId link) -> new Made(link.value());
      case Linking.Result.Refused(String why) ->
          throw Refusal.of(HttpStatus.CONFLICT, "They cannot be linked", why);
    };
  }

  /** Takes the two apart; both issues stay as they are, and no backfill links them again. */
  @DeleteMapping("/{link}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void unlink(Caller caller, @PathVariable long link) {
    admins.require(caller);
    LinkId id = tenancy.link(caller, link);
    boolean unused = linking.unlink(caller.installation().id(), id);
  }
}
