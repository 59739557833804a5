package tandem.sandbox.jira.connect;

import java.time.InstantSource;
import java.util.random.RandomGenerator;
import tandem.sandbox.http.Courier;
import tandem.sandbox.http.Routes;
import tandem.sandbox.jira.jql.Jql;
import tandem.sandbox.jira.state.SiteEvent;
import tandem.sandbox.jira.state.SiteStore;
import tandem.sandbox.jira.view.Address;
import tandem.sandbox.jira.view.IssueView;
import tandem.sandbox.jira.view.PersonView;

/** All of Connect, put together. */
public final class Connect implements AutoCloseable {
  private final SiteStore store;
  private final Callers callers;
  private final AppStore apps;
  private final Frames frames;
  private final Webhooks webhooks;
  private final Courier courier;

  /** What Connect shows of the site. */
  public record Looks(IssueView issues, PersonView people, Address address) {}

  /**
   * Where time and chance come from.
   *
   * @param random for shared secrets and webhook identifiers
   */
  public record Nature(InstantSource clock, RandomGenerator random) {}

  public Connect(SiteStore store, Looks looks, Nature nature, Courier courier) {
    var tokens = new SharedSecretTokens(nature.clock());
    var keys = new InstallKeys(nature.clock());
    var body = new WebhookBody(looks.issues(), looks.people());
    var wire = new Webhooks.Wire(body, tokens, courier);
    this.store = store;
    this.courier = courier;
    this.callers = new Callers(store, tokens);
    this.apps = new AppStore(store, looks.address(), keys, nature.random());
    this.frames = new Frames(store, looks.address(), tokens);
    this.webhooks = new Webhooks(store, new Jql(store, nature.clock()), wire, nature.random());
  }

  public void register(Routes routes) {
    new AppRoutes(store, callers, apps, frames).register(routes);
  }

  /** Sends webhooks about something that happened. */
  public void tell(SiteEvent event) {
    webhooks.tell(event);
  }

  public Callers callers() {
    return callers;
  }

  public AppStore apps() {
    return apps;
  }

  public Frames frames() {
    return frames;
  }

  /** Webhook deliveries that are not settled yet. */
  public int webhooksUnderWay() {
    return courier.underWay();
  }

  @Override
  public void close() {
    courier.close();
    apps.close();
  }
}
