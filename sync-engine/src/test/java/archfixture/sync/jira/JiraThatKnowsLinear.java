package archfixture.sync.jira;

import archfixture.sync.linear.LinearThatTellsTheTime;

/** Breaks a rule on purpose: one tracker's side knows the other's. */
public final class JiraThatKnowsLinear {
  LinearThatTellsTheTime other;
}
