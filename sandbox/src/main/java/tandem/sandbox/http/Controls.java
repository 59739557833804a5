package tandem.sandbox.http;

import java.io.IOException;
import java.util.Map;
import tandem.sandbox.fault.FaultPlan;
import tandem.sandbox.fault.Nemesis;

/** The sandbox's own switches: {@code /sandbox/nemesis} and {@code /sandbox/calls}. */
final class Controls {
  private Controls() {}

  static void register(Routes routes, Nemesis nemesis, Calls calls) {
    routes
        .own("GET", "/sandbox/nemesis", call -> Reply.json(nemesis.plan()))
        .own("PUT", "/sandbox/nemesis", call -> plan(call, nemesis))
        .own("GET", "/sandbox/calls", call -> Reply.json(calls.all()))
        .own("DELETE", "/sandbox/calls", call -> reset(calls));
  }

  private static Reply plan(Call call, Nemesis nemesis) {
    try {
      nemesis.set(Json.MAPPER.readValue(call.body(), FaultPlan.class));
      return Reply.json(nemesis.plan());
    } catch (IOException e) {
      return Reply.json(400, Map.of("error", String.valueOf(e.getMessage())));
    }
  }

  private static Reply reset(Calls calls) {
    calls.reset();
    return Reply.empty(204);
  }
}
