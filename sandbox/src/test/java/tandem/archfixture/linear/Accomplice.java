package tandem.archfixture.linear;

import tandem.archfixture.jira.Offender;

/** Breaks the rules on purpose: a cycle. */
public final class Accomplice {
  private Offender offender;
}
