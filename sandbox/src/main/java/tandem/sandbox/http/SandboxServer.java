package tandem.sandbox.http;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.util.JavalinLogger;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import tandem.sandbox.fault.Nemesis;

/**
 * A stand-in's HTTP server on the loopback interface. Bodies are bounded at {@value #LONGEST_BODY}
 * bytes (413 beyond). Requests run in parallel; operations guard their own state.
 */
public final class SandboxServer implements AutoCloseable {
  /** As much as any sandbox needs: larger bodies are answered 413. */
  public static final int LONGEST_BODY = 10 << 20;

  private final Javalin javalin;
  private final Calls calls = new Calls();
  private final CopyOnWriteArrayList<BiConsumer<Call, Reply>> witnesses =
      new CopyOnWriteArrayList<>();
  private final Struck struck;

  private SandboxServer(Routes routes, House house, Nemesis nemesis) {
    this.struck = new Struck(house, nemesis, calls);
    Controls.register(routes, nemesis, calls);
    this.javalin = Javalin.create(config -> configure(config, routes));
  }

  /**
   * Starts at once.
   *
   * @param port 0 for any free port, see {@link #port}
   */
  public static SandboxServer start(int port, Routes routes, House house, Nemesis nemesis) {
    var server = new SandboxServer(routes, house, nemesis);
    server.javalin.start("localhost", port);
    return server;
  }

  public int port() {
    return javalin.port();
  }

  /** {@code http://localhost:<port>}, without a slash at its end. */
  public String baseUrl() {
    return "http://localhost:" + port();
  }

  public Calls calls() {
    return calls;
  }

  /** Shows every counted call with its true reply, also where a fault hid it from the client. */
  public void witness(BiConsumer<Call, Reply> witness) {
    witnesses.add(witness);
  }

  @Override
  public void close() {
    struck.release();
    javalin.stop();
  }

  private void configure(JavalinConfig config, Routes routes) {
    config.startup.showJavalinBanner = false;
    JavalinLogger.startupInfo = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.concurrency.useVirtualThreads = true;
    config.http.maxRequestSize = LONGEST_BODY;
    for (var route : routes.inMatchingOrder()) {
      var type = HandlerType.findOrCreate(route.method());
      config.routes.addHttpHandler(type, route.path(), ctx -> serve(route, ctx));
    }
  }

  private void serve(Route route, Context ctx) {
    var call = Wire.read(route, ctx);
    if (!route.open()) {
      Wire.write(answer(route, call), ctx);
      return;
    }
    struck.serve(call, ctx, () -> witnessed(route, call));
  }

  private Reply witnessed(Route route, Call call) {
    var reply = answer(route, call);
    witnesses.forEach(witness -> witness.accept(call, reply));
    return reply;
  }

  private static Reply answer(Route route, Call call) {
    try {
      return route.operation().on(call);
    } catch (Refusal refusal) {
      return refusal.reply();
    }
  }
}
