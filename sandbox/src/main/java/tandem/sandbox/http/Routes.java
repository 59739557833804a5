package tandem.sandbox.http;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The places of a server. The order of registration does not matter: literal segments are matched
 * before named ones. Two operations at one place are an error.
 */
public final class Routes {
  private final Map<String, Route> byShape = new HashMap<>();

  /** An operation of the imitated service: counted, and open to the nemesis. */
  public Routes api(String method, String path, Operation operation) {
    return add(new Route(method, path, operation, true));
  }

  /** A page, a static file or a control of the sandbox: not counted, never struck by a fault. */
  public Routes own(String method, String path, Operation operation) {
    return add(new Route(method, path, operation, false));
  }

  /** Whether a request of this method and path pattern has its operation. */
  public boolean has(String method, String path) {
    return byShape.containsKey(new Route(method, path, call -> Reply.empty(501), false).shape());
  }

  List<Route> inMatchingOrder() {
    var all = new ArrayList<>(byShape.values());
    all.sort(Comparator.comparing(Route::rank));
    return all;
  }

  private Routes add(Route route) {
    if (byShape.putIfAbsent(route.shape(), route) != null) {
      throw new IllegalArgumentException("two operations at " + route.name());
    }
    return this;
  }
}
