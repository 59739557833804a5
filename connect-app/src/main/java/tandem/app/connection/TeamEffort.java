package tandem.app.connection;

import org.springframework.stereotype.Component;
import tandem.sync.linear.LinearEffort;
import tandem.sync.linear.LinearHttp;

/** Opens what a mapping's team closed on its budgets, with the tenant's own rights. */
@Component
public class TeamEffort {
  private final LinearApplication application;
  private final LinearTokens tokens;
  private final LinearHttp http;

  TeamEffort(LinearApplication application, LinearTokens tokens, LinearHttp http) {
    this.application = application;
    this.tokens = tokens;
    this.http = http;
  }

  /** Makes no remote call. */
  public LinearEffort of(Mapping mapping) {
    return new LinearEffort(
        mapping.right(application.endpoints().api()), tokens.of(mapping.installation()), http);
  }
}
