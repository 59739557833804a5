package tandem.sync.reconcile;

/** The rows of the truth table for the budget tag, with their reason in words for receipts. */
public enum Row {
  R01("both sides are as agreed"),
  R02("one side changed"),
  R03("both sides changed to the same"),
  R04("one side changed and the other was cleared; the change is kept"),
  R05("the two sides were changed differently; the later change wins"),
  R06("the two sides were changed differently at the same moment; the first by name wins"),
  R07("the two sides were changed differently; the mapping prefers this side"),
  R08("the two sides were changed differently; a person has to choose"),
  R09("the rest of an interrupted change"),
  R10("a change was taken back while it was being mirrored"),
  R11("an interrupted change had reached both sides"),
  R12("two interrupted changes met; the later one wins"),
  R13("one side carries several new budgets; a person has to take all but one away"),
  R14("one side carries several new budgets; the other side names one of them"),
  R15("one side carries several new budgets; the mapping prefers the other side"),
  R16("both sides carry several new budgets; a person has to take all but one away"),
  R17("a person chose between the two sides"),
  R18("a person undid an applied change"),
  R19("one side changed after the other side's change had arrived there"),
  R20("a switch was taken back while Tandem took its old budget away; that one is kept here");

  private final String why;

  Row(String why) {
    this.why = why;
  }

  /** A person ruled it; the merge itself never gives it. */
  public boolean isRuled() {
    return this == R17 || this == R18;
  }

  /**
   * Both sides have news. Worth a look at both: news that was overtaken by other news of the same
   * side must not decide between people.
   */
  public boolean isContested() {
    return switch (this) {
      case R01, R02, R09, R10, R11, R17, R18, R20 -> false;
      case R03, R04, R05, R06, R07, R08, R12, R13, R14, R15, R16, R19 -> true;
    };
  }

  /** One sentence without a full stop, for a person. */
  public String why() {
    return why;
  }
}
