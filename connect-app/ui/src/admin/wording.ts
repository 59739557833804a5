import { budgetName } from '../budget/wording';
import type { BackfillState } from './backfill';
import type { DecisionForecast, Forecast, Write } from './forecast';
import type { Connection, Dispute, Hold, OpenConflict, Overview } from './overview';
import type { Trouble } from './useOverview';

interface Words {
  readonly title: string;
  readonly meaning: string;
  readonly canRetry: boolean;
}

export const TROUBLE: Record<Trouble, Words> = {
  unreachable: {
    title: 'Tandem does not answer',
    meaning: 'What is shown may be out of date. Nothing is lost, and the page keeps trying by itself.',
    canRetry: true,
  },
  expired: { title: 'Your session has ended', meaning: 'Reload the page to go on.', canRetry: false },
  refused: {
    title: 'This page is for Jira admins',
    meaning: 'Only people with the global permission Administer Jira see and steer Tandem. Ask a Jira admin.',
    canRetry: false,
  },
  unreadable: {
    title: 'The answer could not be read',
    meaning: 'Tandem answered in a form that this page does not know, probably because it was just updated. Reload the page.',
    canRetry: false,
  },
};

export const CONNECTION: Record<Connection['state'], { short: string; appearance: 'success' | 'warning' | 'neutral' }> = {
  none: { short: 'Not connected', appearance: 'neutral' },
  connected: { short: 'Connected', appearance: 'success' },
  paused: { short: 'Paused', appearance: 'warning' },
};

export function backfillWords({ state, said }: BackfillState): string {
  switch (state) {
    case 'never':
      return 'No backfill yet: pairs that existed before are not mirrored until one has run. Preview it first if you like.';
    case 'running':
      return 'The backfill is running.';
    case 'waiting':
      return `The backfill waits and goes on by itself: ${said ?? 'a tracker asks for patience'}`;
    case 'done':
      return said ?? 'The backfill is done.';
    case 'stopped':
      return `The backfill stopped. ${said ?? ''} What it found is kept; start it again when the reason is mended.`;
    case 'cancelled':
      return `The backfill was cancelled. ${said ?? ''} What it linked stays linked.`;
  }
}

const MINUTE = 60_000;

export function timeLeft(end: Date | null, now: Date): string | null {
  if (end === null) return null;
  const minutes = Math.ceil((end.getTime() - now.getTime()) / MINUTE);
  return minutes <= 1 ? 'about a minute left' : `about ${minutes} minutes left`;
}

export function forecastWords({ pairs, looked, unchanged, next }: Forecast): string {
  const news = pairs.length === 0 ? 'Nothing would change' : `${pairs.length} would be linked or changed`;
  const range = next === null ? `all ${looked}` : `the first ${looked}`;
  return `Looked at ${range} issues in Linear: ${news}, ${unchanged} linked pairs stay as they are. Nothing was written.`;
}

const listed = (names: readonly string[]): string => names.map(budgetName).join(', ');

export function writeWords({ side, add, remove }: Write): string {
  const where = side === 'jira' ? 'Jira' : 'Linear';
  const steps = [add.length > 0 && `put ${listed(add)}`, remove.length > 0 && `take ${listed(remove)} away`].filter(Boolean);
  return `In ${where}: ${steps.join(', ')}.`;
}

const DEEDS = { create: 'created', change: 'changed', delete: 'deleted' };

export function decisionForecastWords({ writes, asked, rests }: DecisionForecast): string {
  if (rests !== null) return `left alone. ${sentence(rests)}`;
  const deeds = writes.map(({ side, what }) => `${DEEDS[what]} in ${side === 'jira' ? 'Jira' : 'Linear'}`);
  const questions = asked.length > 0 ? [`a person would be asked about ${asked.map((it) => (it === '' ? 'the whole' : it)).join(', ')}`] : [];
  return `${[...deeds, ...questions].join('; ')}.`;
}

/** One answer to a conflict, as its button says it. */
export type Answer = { readonly words: string } & ({ readonly side: 'jira' | 'linear' } | { readonly budget: string });

/** A side where it holds one budget or none; else each budget by its name. */
export function answersTo({ jira, linear }: OpenConflict): readonly Answer[] {
  if (jira.budgets.length <= 1 && linear.budgets.length <= 1) {
    return [
      { words: `Keep Jira’s: ${held(jira.budgets)}`, side: 'jira' },
      { words: `Keep Linear’s: ${held(linear.budgets)}`, side: 'linear' },
    ];
  }
  return [...new Set([...jira.budgets, ...linear.budgets])].map((budget) => ({ words: `Keep ${budgetName(budget)}`, budget }));
}

const held = (budgets: readonly string[]): string => (budgets.length === 0 ? 'no budget' : listed(budgets));

/** Reasons are sentences, some without a capital and a full stop. */
export const sentence = (why: string): string => {
  const capital = why.charAt(0).toUpperCase() + why.slice(1);
  return /[.!?…]$/.test(capital) ? capital : `${capital}.`;
};

/** What may be done about a disputed decision: D19 cannot be read, D20 was refused by a tracker. */
export function waysOut({ row }: Dispute): 'choose' | 'retry' | 'mend' {
  if (row === 'D19') return 'mend';
  return row === 'D20' ? 'retry' : 'choose';
}

export function holdWords({ budget, decisions }: Hold): string {
  const what = [...(budget ? ['the budget'] : []), ...decisions.map((it) => `the decision ${it}`)];
  return `Gone on one side, and still on the other: ${what.join(', ')}.`;
}

const some = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;

/** The whole state in one breath, for screen readers when it changes. */
export function inOneBreath({ health, conflicts, disputes, holds, quarantine }: Overview): string {
  const well = health.works ? 'Everything is being mirrored.' : 'Not everything is being mirrored.';
  const open = some(conflicts.length + disputes.length, 'conflict', 'conflicts');
  const held = holds.length === 0 ? '' : ` ${some(holds.length, 'deletion waits', 'deletions wait')} for your yes.`;
  return `${well} ${open}, ${some(quarantine.length, 'pair', 'pairs')} set aside.${held}`;
}
