import type { Rating } from './rating';

/** An issue that has a place on the matrix. */
export interface RatedIssue extends Rating {
  readonly id: string;
  readonly key: string;
  readonly summary: string;
}

/** The issues that share one place: they are drawn as one dot, so that thousands stay 25 dots. */
export interface Cell extends Rating {
  /** At least one, in the order given. */
  readonly issues: readonly RatedIssue[];
}

const inReadingOrder = (a: Rating, b: Rating): number => b.impact - a.impact || a.effort - b.effort;

/** At most 25 cells, none empty, from the highest impact down and then by effort. One pass over the issues. */
export function cellsOf(issues: readonly RatedIssue[]): readonly Cell[] {
  const found = new Map<string, Rating & { issues: RatedIssue[] }>();
  for (const issue of issues) {
    const cell = found.get(cellKey(issue));
    if (cell === undefined) found.set(cellKey(issue), { impact: issue.impact, effort: issue.effort, issues: [issue] });
    else cell.issues.push(issue);
  }
  return [...found.values()].sort(inReadingOrder);
}

export const cellKey = ({ impact, effort }: Rating): string => `${impact}-${effort}`;
