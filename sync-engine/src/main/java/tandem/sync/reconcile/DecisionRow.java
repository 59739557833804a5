package tandem.sync.reconcile;

/** The rows of the truth tables for decisions and their texts, with their reason in words. */
public enum DecisionRow {
  D01("both sides are as agreed"),
  D02("one side changed it"),
  D03("both sides changed it to the same"),
  D04("one side changed it and the other removed it; the change is kept"),
  D05("the two sides changed it differently; the later change wins"),
  D06("the two sides changed it differently at the same moment; the first by its text wins"),
  D07("the two sides changed it differently; the mapping prefers this side"),
  D08("the two sides changed it differently; a person has to choose"),
  D09("names and dissent are joined element by element"),
  D10("the decision is new on one side"),
  D11("both sides began the decision"),
  D12("one side deleted the decision and the other had not changed it"),
  D13("one side deleted the decision and the other changed it; it stays"),
  D14("both sides deleted the decision"),
  D15("an accepted decision was edited; it should be superseded by a new one"),
  D16("its status took a step that decisions do not take"),
  D17("a side put the sections into another order"),
  D18("the decision is too long for Jira; shorten it or move a part into a linked page"),
  D19("a side cannot be read; the decision rests, and what stands there is not touched"),
  D20("the tracker refuses the change; the decision rests until either side is edited"),
  D21("a person chose between the two sides"),
  D22("a person undid an applied change"),
  D23("an edit was overwritten by the mirror of another, and its place was edited once more"),
  D24("an edit may have been overwritten by the mirror of another; it is kept here"),
  T01("no paragraph changed"),
  T02("one side changed a paragraph"),
  T03("both sides changed a paragraph to the same"),
  T04("the two sides changed different paragraphs"),
  T05("one side changed a paragraph and the other removed it; the change is kept"),
  T06("both sides added a paragraph in the same place; both are kept"),
  T07("the two sides changed the same paragraph differently"),
  T08("a paragraph is written differently and says the same"),
  T09("the texts differ too much to be compared paragraph by paragraph");

  private final String why;

  DecisionRow(String why) {
    this.why = why;
  }

  /** One sentence without a full stop, for a person. */
  public String why() {
    return why;
  }
}
