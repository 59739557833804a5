package archfixture.sync.linear;

import archfixture.sync.reconcile.MergeThatReads;

/** Breaks a rule on purpose: a tracker's side decides who wins. */
public final class LinearThatKnowsTheMerge {
  MergeThatReads merge;
}
