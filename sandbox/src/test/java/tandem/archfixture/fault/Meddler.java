package tandem.archfixture.fault;

import tandem.archfixture.jira.Offender;
import tandem.sync.Shared;

/** Breaks the rules on purpose: faults that know somebody, code shared with a client. */
public final class Meddler {
  private Offender offender;
  private Shared shared;
}
