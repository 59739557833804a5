package tandem.app.runtime;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.server.ResponseStatusException;

/**
 * Answers 413 to a body of more than 1 MiB (1,048,576 bytes), whether its length is stated or not.
 * It stands before everything that reads a body.
 *
 * <p>An event of Linear whose stated length is larger is answered as taken and dropped: Linear
 * switches a webhook off that keeps failing. What it tells of is found by the next sweeps, which
 * look at linked issues themselves.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class BodyLimit extends OncePerRequestFilter {
  private static final Logger LOG = LoggerFactory.getLogger(BodyLimit.class);

  static final int LARGEST_BYTES = 1024 * 1024;
  private static final String LINEAR = "/webhooks/linear";

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getContentLengthLong() > LARGEST_BYTES) {
      response.setStatus(answer(request).value());
    } else {
      chain.doFilter(new Counted(request), response);
    }
  }

  private static HttpStatus answer(HttpServletRequest request) {
    if (!LINEAR.equals(request.getServletPath())) {
      return HttpStatus.PAYLOAD_TOO_LARGE;
    }
    LOG.warn(
        "An event of Linear with {} bytes was not read, which is more than {}; a sweep will find"
            + " what it told of",
        request.getContentLengthLong(),
        LARGEST_BYTES);
    return HttpStatus.OK;
  }

  private static final class Counted extends HttpServletRequestWrapper {
    Counted(HttpServletRequest request) {
      super(request);
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      return new CountedStream(super.getInputStream());
    }
  }

  private static final class CountedStream extends ServletInputStream {
    private final ServletInputStream body;
    private int count;

    CountedStream(ServletInputStream body) {
      this.body = body;
    }

    @Override
    public int read() throws IOException {
      int value = body.read();
      count(value < 0 ? 0 : 1);
      return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = body.read(buffer, offset, length);
      count(Math.max(0, read));
      return read;
    }

    private void count(int bytes) {
      count += bytes;
      if (count > LARGEST_BYTES) {
        throw new ResponseStatusException(HttpStatus.PAYLOAD_TOO_LARGE);
      }
    }

    @Override
    public boolean isFinished() {
      return body.isFinished();
    }

    @Override
    public boolean isReady() {
      return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      body.setReadListener(listener);
    }
  }
}
