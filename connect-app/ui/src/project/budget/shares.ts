import type { Period, Report, Spent, Target } from './report';

/** What was finished on any budget. What draws on none has no say in a share: nobody knows where it belongs. */
export const tagged = ({ parts }: Spent): number => parts.reduce((sum, { amount }) => sum + amount, 0);

export const spentOn = ({ parts }: Spent, budget: string): number =>
  parts.find((part) => part.budget === budget)?.amount ?? 0;

/** Percent of the whole; 0 of nothing. */
export const shareOf = (part: number, all: number): number => (all === 0 ? 0 : (part / all) * 100);

/** Every budget but the one with the largest target (of equals the first) is there for debt. */
export function forDebt(budgets: readonly Target[]): readonly Target[] {
  const largest = budgets.reduce<Target | null>((most, it) => (most === null || it.target > most.target ? it : most), null);
  return budgets.filter((it) => it !== largest);
}

/**
 * The budgets from the bottom of a column to its top: those that are kept for debt stand on the ground,
 * so that their sum can be read against one line.
 */
export function stacked(budgets: readonly Target[]): readonly Target[] {
  const debt = forDebt(budgets);
  return [...debt.toSorted((a, b) => a.target - b.target), ...budgets.filter((it) => !debt.includes(it))];
}

/** Where the line is drawn, in percent. */
export const debtTarget = (budgets: readonly Target[]): number =>
  forDebt(budgets).reduce((sum, { target }) => sum + target, 0);

/** How a period stands to the target. `open`: it is not over; `none`: nothing was finished on a budget. */
export type Standing = 'under' | 'on' | 'over' | 'open' | 'none';

const NEAR_PERCENT = 2;
/** Less than one issue or one point off cannot be divided more evenly. */
const NEAR_AMOUNT = 1;

/** Judged as the backend judges all periods together, with the same tolerance. */
export function standing(period: Period, budgets: readonly Target[]): Standing {
  const all = tagged(period);
  if (all === 0) return 'none';
  if (period.current) return 'open';
  const debt = forDebt(budgets).reduce((sum, { name }) => sum + spentOn(period, name), 0);
  const target = debtTarget(budgets);
  const missing = (all * target) / 100 - debt;
  if (Math.abs(missing) < NEAR_AMOUNT || Math.abs(shareOf(debt, all) - target) <= NEAR_PERCENT) return 'on';
  return missing > 0 ? 'under' : 'over';
}

export const isEmpty = ({ total }: Report): boolean => tagged(total) === 0 && total.untagged.amount === 0;
