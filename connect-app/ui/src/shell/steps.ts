import { withValueAt } from './json';
import { merge } from './merge';

/** One edit, as the documents before and after it: taken back by merging, so that later edits stay. */
export interface Step<D> {
  readonly nr: number;
  readonly label: string;
  readonly before: D;
  readonly after: D;
}

const MOST_STEPS = 100;

export const withStep = <D>(steps: readonly Step<D>[], step: Step<D>): readonly Step<D>[] => [...steps, step].slice(-MOST_STEPS);

/**
 * What a server added to a document that it stored (times, authors), in another version of the same
 * document. A stamp is nobody's edit: where that version differs from what was sent, it stays as it is.
 */
export function stamped<D>(sent: D, version: D, stored: D): D {
  if (version === sent) return stored;
  const { merged, clashes } = merge(sent, version, stored);
  return clashes.reduce((document, { path, mine }) => withValueAt(document, path, mine), merged);
}

export const both = <D>(change: (document: D) => D) => (step: Step<D>): Step<D> =>
  ({ ...step, before: change(step.before), after: change(step.after) });
