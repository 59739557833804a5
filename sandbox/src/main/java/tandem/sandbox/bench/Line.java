package tandem.sandbox.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;

/**
 * One connection to the app, kept for as long as the app keeps it. It costs the machine next to
 * nothing: it must not be measured.
 */
final class Line implements AutoCloseable {
  private static final String LENGTH = "content-length:";
  private static final String LAST = "connection: close";

  private final URI node;
  private Socket socket;
  private InputStream in;

  Line(URI node) throws IOException {
    this.node = node;
    this.socket = connected(node);
    this.in = new BufferedInputStream(socket.getInputStream());
  }

  private static Socket connected(URI node) throws IOException {
    var socket = new Socket(node.getHost(), node.getPort());
    socket.setTcpNoDelay(true);
    return socket;
  }

  /** Sends a request and reads its answer; gives the status. */
  int ask(byte[] request) throws IOException {
    socket.getOutputStream().write(request);
    int status = Integer.parseInt(line().split(" ", 3)[1]);
    if (restIsLast()) {
      close();
      socket = connected(node);
      in = new BufferedInputStream(socket.getInputStream());
    }
    return status;
  }

  /** Reads the rest of an answer; true when the app closes the connection after it. */
  private boolean restIsLast() throws IOException {
    int length = 0;
    boolean last = false;
    for (var header = line(); !header.isEmpty(); header = line()) {
      if (header.regionMatches(true, 0, LENGTH, 0, LENGTH.length())) {
        length = Integer.parseInt(header.substring(LENGTH.length()).strip());
      }
      last |= header.equalsIgnoreCase(LAST);
    }
    in.skipNBytes(length);
    return last;
  }

  private String line() throws IOException {
    var text = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new IOException("the app closed the connection");
      }
      text.append((char) next);
    }
    return text.toString().strip();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
