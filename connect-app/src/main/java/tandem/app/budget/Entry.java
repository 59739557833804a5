package tandem.app.budget;

/**
 * Work with where it was found.
 *
 * @param estimated whether somebody estimated it
 */
record Entry(Work work, Origin origin, boolean estimated) {
  /** Where work lives. */
  enum Origin {
    JIRA_ONLY,
    /** In both trackers; counted as Jira has it. */
    BOTH,
    LINEAR_ONLY
  }
}
