package tandem.sandbox.jira.connect;

import tandem.sandbox.jira.state.InstalledApp;
import tandem.sandbox.jira.state.Person;

/** Who calls the REST API, proven. */
public sealed interface Caller {
  /** In whose name it acts. */
  Person person();

  /** A Connect app by its JWT; acts as its own user. */
  record App(InstalledApp app, Person person) implements Caller {}

  /** A person in a browser with the sandbox's session cookie. */
  record Browser(Person person) implements Caller {}

  /** A person's script: basic authentication with e-mail address and API token. */
  record Script(Person person) implements Caller {}
}
