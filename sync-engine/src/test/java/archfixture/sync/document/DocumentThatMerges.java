package archfixture.sync.document;

import archfixture.sync.reconcile.MergeThatReads;

/** Breaks a rule on purpose: a document reaches for the merge. */
public final class DocumentThatMerges {
  MergeThatReads merge;
}
