package tandem.sandbox.jira.state;

/** What a user of the site may do, in every project. */
public enum Role {
  /** Everything, Administer Jira included. */
  ADMIN,
  /** Browse, create, edit, comment, transition, delete. */
  EDITOR,
  /** Browse only. */
  VIEWER
}
