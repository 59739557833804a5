import { percent } from '../../budget/wording';
import { counted, number } from '../wording';
import type { Counted, Measure, PeriodKind, Report, Verdict } from './report';
import { debtTarget, type Standing, standing } from './shares';

export const UNTAGGED = 'No budget';

/** An amount with its unit. An estimate is in whatever the team estimates in, which Jira does not name. */
export const inMeasure = (amount: number, measure: Measure): string =>
  measure === 'count' ? counted(amount, 'issue') : counted(amount, 'point');

export const STATE: Record<Verdict['state'], string> = { under: 'Under target', on: 'On target', over: 'Over target' };

/** `2026-W47` is read faster as `W47`; a sprint is called as its team called it. */
export const shortPeriod = (name: string): string => /^\d{4}-(W\d{1,2})$/.exec(name)?.[1] ?? name;

export const PERIOD: Record<PeriodKind, string> = { week: 'Week', sprint: 'Sprint' };

export const MEASURE: Record<Measure, string> = { count: 'Issues', estimate: 'Estimate' };

/** How one period stands to the target, for its row in the table. */
export const STANDING: Record<Standing, string> = { ...STATE, open: 'Under way', none: 'Nothing finished' };

/** The whole chart in one sentence, for those who do not see it. */
export function burnWords({ periods, budgets, by }: Report): string {
  const judged = periods.map((it) => standing(it, budgets)).filter((it) => it !== 'open' && it !== 'none');
  const under = judged.filter((it) => it === 'under').length;
  const of = `Of ${counted(judged.length, `finished ${by}`)}, ${number(under)} stayed under the target of`;
  return `Share of each budget per ${by}. ${of} ${percent(debtTarget(budgets))}.`;
}

export function debtChartWords(report: Report): string {
  const last = report.debt.at(-1);
  const first = report.debt[0];
  if (last === undefined || first === undefined) return 'No debt was counted.';
  const trend = last.left > first.left ? 'more than' : last.left < first.left ? 'less than' : 'as much as';
  return `Debt opened, paid and left per ${report.by}. ${inMeasure(last.left, report.measure)} left, ${trend} in ${first.period}.`;
}

/** What the numbers are made of. */
export function countedWords({ jira, linearOnly, linked, withoutEstimate }: Counted, measure: Measure): string {
  const linear = linearOnly === 0 ? '' : ` and ${number(linearOnly)} in Linear only`;
  const once = linked === 0 ? '' : ` Of those in both, each counts once: ${number(linked)}.`;
  const none = measure === 'count' || withoutEstimate === 0 ? '' : ` Without an estimate, so counted as 0: ${number(withoutEstimate)}.`;
  return `Counted: ${counted(jira, 'closed issue')} in Jira${linear}.${once}${none}`;
}
