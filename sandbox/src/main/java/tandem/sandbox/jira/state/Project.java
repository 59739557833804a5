package tandem.sandbox.jira.state;

/**
 * A software project, company-managed.
 *
 * @param lead an account id
 */
public record Project(String id, String key, String name, String lead) {}
