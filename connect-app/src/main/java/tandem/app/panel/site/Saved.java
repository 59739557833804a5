package tandem.app.panel.site;

/** What came of a save. */
public sealed interface Saved {
  /** The issue as it is now. */
  PanelIssue issue();

  /** It holds what was wanted. */
  record Kept(PanelIssue issue) implements Saved {}

  /** Somebody saved meanwhile; nothing was written. */
  record Overtaken(PanelIssue issue) implements Saved {}
}
