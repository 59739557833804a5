package tandem.sandbox.jira.rest;

import java.time.InstantSource;
import java.util.random.RandomGenerator;
import tandem.sandbox.http.Routes;
import tandem.sandbox.jira.connect.Callers;
import tandem.sandbox.jira.limit.Meter;

/**
 * The whole REST API. What Atlassian's description lists and this site lacks answers 501 with the
 * operation's name, so that nobody takes silence for an empty result.
 */
public final class RestApi {
  private final Site site;
  private final Callers callers;
  private final Meter meter;

  public RestApi(Site site, Callers callers, Meter meter) {
    this.site = site;
    this.callers = callers;
    this.meter = meter;
  }

  /**
   * Puts every operation of the description at its place.
   *
   * @param random for page tokens
   */
  public void register(Routes routes, InstantSource clock, RandomGenerator random) {
    var operations = Operations.load();
    var gate = new Gate(callers, operations, meter, site.store());
    var rest = new RestRoutes(routes, gate);
    new IssueOperations(site).register(rest);
    new PropertyOperations(site).register(rest);
    new CommentOperations(site).register(rest);
    new RemoteLinkOperations(site).register(rest);
    new SearchOperations(site, new Listings(clock, random)).register(rest);
    new SchemeOperations(site).register(rest);
    new PeopleOperations(site, clock).register(rest);
    new DashboardOperations(site).register(rest);
    new AppPropertyOperations(site).register(rest);
    refuseTheRest(routes, rest, operations);
  }

  private static void refuseTheRest(Routes routes, RestRoutes rest, Operations operations) {
    for (var operation : operations.all()) {
      if (!routes.has(operation.method(), operation.path())) {
        var text = "The sandbox does not implement " + operation.id() + " yet.";
        rest.at(operation.method(), operation.path(), visit -> Errors.reply(501, text));
      }
    }
  }
}
