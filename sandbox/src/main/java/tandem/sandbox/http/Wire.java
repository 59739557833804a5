package tandem.sandbox.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;

/** Between the server library's request and ours. */
final class Wire {
  private Wire() {}

  static Call read(Route route, Context ctx) {
    var query = Optional.ofNullable(ctx.queryString()).orElse("");
    var http = ctx.req();
    var target = new Call.Target(route.name(), http.getMethod(), http.getRequestURI(), query);
    var headers = new HashMap<String, String>();
    ctx.headerMap().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
    var fields = new Call.Fields(headers, Query.parse(query), ctx.cookieMap());
    return new Call(target, Map.copyOf(ctx.pathParamMap()), fields, ctx.bodyAsBytes());
  }

  static void write(Reply reply, Context ctx) {
    ctx.status(reply.status());
    reply.headers().forEach(ctx::header);
    if (!reply.contentType().isEmpty()) {
      ctx.contentType(reply.contentType());
      ctx.result(reply.body());
    }
  }

  /** Ends the TCP connection with RST, so that the client sees "connection reset". */
  static void reset(Context ctx) {
    var endPoint =
        ServletContextRequest.getServletContextRequest(ctx.req())
            .getConnectionMetaData()
            .getConnection()
            .getEndPoint();
    if (endPoint.getTransport() instanceof SocketChannel channel) {
      try (channel) {
        channel.setOption(StandardSocketOptions.SO_LINGER, 0);
      } catch (IOException e) {
        endPoint.close(e);
      }
    }
  }
}
