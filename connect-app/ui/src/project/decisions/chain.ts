import { keyOf, type Logged } from './decision';

/** Finds a decision by its id on an issue. */
export type Find = (issueId: string, id: string) => Logged | undefined;

export function finder(decisions: readonly Logged[]): Find {
  const all = new Map(decisions.map((it) => [keyOf(it), it]));
  return (issueId, id) => all.get(`${issueId}/${id}`);
}

/**
 * The decisions that superseded one another, oldest first, with the given one among them; alone where it
 * neither supersedes nor is superseded. Written by people, so it may go in a circle: then it ends there.
 */
export function chainOf(decision: Logged, find: Find): readonly Logged[] {
  const seen = new Set([keyOf(decision)]);
  const walk = (from: Logged, next: (it: Logged) => string | null): readonly Logged[] => {
    const id = next(from);
    const to = id === null || id === '' ? undefined : find(from.issue.id, id);
    if (to === undefined || seen.has(keyOf(to))) return [];
    seen.add(keyOf(to));
    return [to, ...walk(to, next)];
  };
  const older = walk(decision, (it) => it.supersedes);
  const newer = walk(decision, (it) => it.supersededBy);
  return [...older.toReversed(), decision, ...newer];
}
