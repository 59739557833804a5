package tandem.sandbox.jira.view;

/** Where the site stands. Known only once its server listens, which is before any call. */
public final class Address {
  private volatile String base = "";

  public void is(String baseUrl) {
    base = baseUrl;
  }

  public String base() {
    return base;
  }

  /** A resource of REST v3, for instance {@code issue/10000}. */
  public String rest(String resource) {
    return base + "/rest/api/3/" + resource;
  }

  /** A picture that the site draws itself, for instance {@code type/10004}. */
  public String picture(String name) {
    return base + "/sandbox/pictures/" + name + ".svg";
  }
}
