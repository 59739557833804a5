import type { Logged, Space, Status } from './decision';

/** What a person looks for. Empty words and null take everything. */
export interface Wanted {
  readonly words: string;
  readonly status: Status | null;
  readonly space: Space | null;
  readonly owner: string | null;
  readonly overdue: boolean;
  readonly dissent: boolean;
}

export const EVERYTHING: Wanted = { words: '', status: null, space: null, owner: null, overdue: false, dissent: false };

export const isEverything = (wanted: Wanted): boolean => JSON.stringify(wanted) === JSON.stringify(EVERYTHING);

/** Without case and accents: `Résumé` is found by `resume`. */
const folded = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();

const searched = ({ title, id, issue, decidedBy, excerpt }: Logged): string =>
  folded([title, id, issue.key, issue.summary, ...decidedBy, excerpt].join('\n'));

/** Every word has to be somewhere: in the title, the id, the issue, the people or the beginning of its texts. */
function holds(decision: Logged, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const text = searched(decision);
  return words.every((word) => text.includes(word));
}

const suits = (decision: Logged, wanted: Wanted): boolean =>
  (wanted.status === null || decision.status === wanted.status)
  && (wanted.space === null || decision.space === wanted.space)
  && (wanted.owner === null || decision.decidedBy.includes(wanted.owner))
  && (!wanted.overdue || decision.overdue)
  && (!wanted.dissent || decision.dissent > 0);

export function found(decisions: readonly Logged[], wanted: Wanted): readonly Logged[] {
  const words = folded(wanted.words).split(/\s+/).filter((word) => word !== '');
  return decisions.filter((it) => suits(it, wanted) && holds(it, words));
}

/** Everybody who decided something, by name. */
export const owners = (decisions: readonly Logged[]): readonly string[] =>
  [...new Set(decisions.flatMap(({ decidedBy }) => decidedBy))].sort((a, b) => a.localeCompare(b));

/** `4 of 14`, or all of them. */
export function countWords(shown: number, all: number): string {
  if (shown < all) return `${shown} of ${all} decisions`;
  return all === 1 ? '1 decision' : `${all} decisions`;
}
