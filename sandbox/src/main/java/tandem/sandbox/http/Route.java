package tandem.sandbox.http;

/**
 * One operation at one place. {@code path} has {@code {name}} for a segment and {@code <name>} for
 * a rest of any length.
 *
 * @param open to the nemesis and counted; false for pages and the sandbox's own controls
 */
record Route(String method, String path, Operation operation, boolean open) {
  /** The name under which calls are counted and faults planned: method, space, path. */
  String name() {
    return method + " " + path;
  }

  /** The same for two paths that match the same requests. */
  String shape() {
    return method + " " + path.replaceAll("\\{[^}]*}", "{}").replaceAll("<[^>]*>", "<>");
  }

  /**
   * Sorts literal segments before named ones, so that {@code /issue/limit} beats {@code
   * /issue/{key}}.
   */
  String rank() {
    return path.replaceAll("\\{[^}]*}", "\uFFFE").replaceAll("<[^>]*>", "\uFFFF");
  }
}
