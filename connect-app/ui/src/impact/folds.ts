/** Which sections a person has opened or closed, kept in this browser as Jira keeps it for its own. */

export type Fold = 'problem' | 'why' | 'rating' | 'slo' | 'feasibility' | 'roles';

export const FOLD_TITLES: Readonly<Record<Fold, string>> = {
  problem: 'Problem and metric',
  why: 'Why it matters',
  rating: 'Impact and effort',
  slo: 'SLO at risk',
  feasibility: 'Feasibility',
  roles: 'People',
};

const KEY = 'tandem.impact.folds';

export const CLOSED_AT_FIRST: readonly Fold[] = ['slo', 'feasibility', 'roles'];

/** Storage may be forbidden in a frame, and may hold anything. */
function stored(): Partial<Record<Fold, unknown>> {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    return typeof found === 'object' && found !== null ? found : {};
  } catch {
    return {};
  }
}

export function isOpen(fold: Fold): boolean {
  const kept = stored()[fold];
  return typeof kept === 'boolean' ? kept : !CLOSED_AT_FIRST.includes(fold);
}

/** Not being able to remember is no reason to disturb anybody. */
export function remember(fold: Fold, open: boolean): void {
  try {
    localStorage.setItem(KEY, JSON.stringify({ ...stored(), [fold]: open }));
  } catch {
    // Then it is as at first the next time.
  }
}
