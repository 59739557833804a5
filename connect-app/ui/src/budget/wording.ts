import { type Twin, TWIN, type TwinState } from '../shell/twin';
import type { Budget, IssueBudget } from './issueBudget';
import type { Trouble } from './reading';

/** What a team that changed nothing uses; named where the mapping's own labels are not known. */
const DEFAULT_LABEL = 'budget:features';

/** `system-health` is for machines; people read `System health`. */
export function budgetName(name: string): string {
  const words = name.replaceAll('-', ' ').trim();
  return words === '' ? name : words.charAt(0).toUpperCase() + words.slice(1);
}

export const percent = (share: number): string => `${Math.round(share * 10) / 10}%`;

export function labelToPut(known: IssueBudget): string {
  return known.mapping?.labels[0] ?? DEFAULT_LABEL;
}

/** Where neither issue draws on a budget, "the same budget" would be a riddle. */
export const shortOf = (twin: Twin, budget: Budget | null): string =>
  twin.state !== 'agrees' ? TWIN[twin.state].short : budget === null ? 'No budget either' : 'Same budget';

const MEANING: Record<TwinState, string | null> = {
  agrees: null,
  waiting: TWIN.waiting.meaning,
  conflict:
    'Both sides were changed at the same time, and nothing was overwritten. '
    + 'Set the budget that you mean in Jira or in Linear.',
  paused: TWIN.paused.meaning,
};

export const meaningOf = (twin: Twin): string | null => twin.why ?? MEANING[twin.state];

interface TroubleWords {
  readonly title: string;
  readonly meaning: string;
  /** Said under an answer that is still on show. */
  readonly stale: string;
  readonly canRetry: boolean;
}

export const TROUBLE: Record<Trouble, TroubleWords> = {
  unreachable: {
    title: 'The budget could not be loaded',
    meaning: 'Tandem does not answer. Labels in Jira and in Linear are as they were. The panel keeps trying by itself.',
    stale: 'This may be out of date: Tandem does not answer. The panel keeps trying by itself.',
    canRetry: true,
  },
  expired: {
    title: 'Your session has ended',
    meaning: 'Jira no longer vouches for this page, so Tandem shows nothing. Reload the page to go on.',
    stale: 'This may be out of date: your session has ended. Reload the page to go on.',
    canRetry: false,
  },
  refused: {
    title: 'This budget is not shown to you',
    meaning: 'Tandem shows an issue only to people who may see it in Jira. Ask a Jira admin if you should see this one.',
    stale: '',
    canRetry: false,
  },
  unreadable: {
    title: 'The budget could not be read',
    meaning: 'Tandem answered in a form that this page does not know, probably because it was just updated. Reload the page.',
    stale: 'This may be out of date: Tandem was probably just updated. Reload the page.',
    canRetry: false,
  },
};

/** The whole state in one breath, for screen readers when it changes. */
export function inOneBreath({ budget, twin }: IssueBudget): string {
  const draws = budget === null ? 'This issue draws on no budget.' : `This issue draws on ${budgetName(budget.name)}.`;
  return twin === null ? draws : `${draws} ${twin.key} in Linear: ${shortOf(twin, budget)}.`;
}
