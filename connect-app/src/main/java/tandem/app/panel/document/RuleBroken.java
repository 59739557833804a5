package tandem.app.panel.document;

/** A value that breaks a rule; carried up to where it becomes an answer. */
public final class RuleBroken extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param why names the value and the rule, for people; holds nothing of the value
   */
  public RuleBroken(String why) {
    super(why, null, false, false);
  }

  public String why() {
    return String.valueOf(getMessage());
  }
}
