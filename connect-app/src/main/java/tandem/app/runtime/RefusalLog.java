package tandem.app.runtime;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * One line for each call that was refused as not authenticated, not allowed or too large: method,
 * path and status; never a token, a query or a body.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RefusalLog extends OncePerRequestFilter {
  private static final Logger LOG = LoggerFactory.getLogger(RefusalLog.class);
  private static final int LONGEST_PATH = 200;

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    chain.doFilter(request, response);
    int status = response.getStatus();
    if (status == 401 || status == 403 || status == 413) {
      String path = request.getRequestURI();
      String shown = path.substring(0, Math.min(path.length(), LONGEST_PATH));
      LOG.info("Refused {} {} with {}", request.getMethod(), shown, status);
    }
  }
}
