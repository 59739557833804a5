import { count, type Fields, fields, list, oneOf, text, textOrNull, Unreadable } from '../../shell/parse';

export const PERIODS = ['week', 'sprint'] as const;
export const MEASURES = ['count', 'estimate'] as const;
export type PeriodKind = (typeof PERIODS)[number];
export type Measure = (typeof MEASURES)[number];

/** What `GET /api/project/{key}/budget` answers, parsed and bounded. See docs/api.md. */
export interface Report {
  readonly by: PeriodKind;
  readonly measure: Measure;
  /** As the mapping names them; empty while the project has none. */
  readonly budgets: readonly Target[];
  /** Oldest first. */
  readonly periods: readonly Period[];
  readonly total: Spent;
  readonly verdict: readonly Verdict[];
  readonly debt: readonly DebtPoint[];
  readonly counted: Counted;
  /** Why not everything is counted; null where everything is. */
  readonly incomplete: string | null;
}

export interface Target {
  readonly name: string;
  readonly label: string;
  /** Percent. */
  readonly target: number;
}

/** What went into each budget, in the measure, and into none. Budgets that are not named got nothing. */
export interface Spent {
  readonly parts: readonly Part[];
  readonly untagged: Amount;
}

export interface Amount {
  readonly amount: number;
  readonly issues: number;
}

export interface Part extends Amount {
  readonly budget: string;
}

export interface Period extends Spent {
  readonly name: string;
  /** When it began; null where the answer does not say so in a way that can be read. */
  readonly from: Date | null;
  /** It is still under way, so its numbers will grow. */
  readonly current: boolean;
}

export interface Verdict {
  readonly budget: string;
  /** Percent of what was finished. */
  readonly share: number;
  readonly target: number;
  readonly state: 'under' | 'on' | 'over';
  readonly words: string;
  /** In the measure: above 0 it is owed to this budget, below 0 this budget borrowed it from the others. */
  readonly borrowed: number;
}

export interface DebtPoint {
  readonly period: string;
  readonly opened: number;
  readonly paid: number;
  readonly left: number;
}

export interface Counted {
  readonly jira: number;
  readonly linearOnly: number;
  readonly linked: number;
  readonly withoutEstimate: number;
}

const MOST_PERIODS = 26;

function finite(value: unknown, what: string): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new Unreadable(what);
  return value;
}

const amountOf = (given: Fields): Amount => ({
  amount: Math.max(0, finite(given['amount'], 'amount')),
  issues: count(given['issues'], 'issues'),
});

const spent = (given: Fields): Spent => ({
  parts: list(given['parts'], (it) => {
    const part = fields(it, 'part');
    return { budget: text(part['budget'], 'budget'), ...amountOf(part) };
  }, 'parts'),
  untagged: amountOf(fields(given['untagged'], 'untagged')),
});

const target = (value: unknown): Target => {
  const given = fields(value, 'budget');
  return { name: text(given['name'], 'name'), label: text(given['label'], 'label'), target: finite(given['target'], 'target') };
};

function dateOrNull(value: unknown): Date | null {
  const date = typeof value === 'string' ? new Date(value) : null;
  return date === null || Number.isNaN(date.getTime()) ? null : date;
}

const period = (value: unknown): Period => {
  const given = fields(value, 'period');
  return { name: text(given['name'], 'name'), from: dateOrNull(given['from']), current: given['current'] === true, ...spent(given) };
};

const verdict = (value: unknown): Verdict => {
  const given = fields(value, 'verdict');
  return {
    budget: text(given['budget'], 'budget'),
    share: finite(given['share'], 'share'),
    target: finite(given['target'], 'target'),
    state: oneOf(['under', 'on', 'over'], given['state'], 'state'),
    words: text(given['words'], 'words'),
    borrowed: finite(given['borrowed'] ?? 0, 'borrowed'),
  };
};

const debtPoint = (value: unknown): DebtPoint => {
  const given = fields(value, 'debt');
  return {
    period: text(given['period'], 'period'),
    opened: finite(given['opened'], 'opened'),
    paid: finite(given['paid'], 'paid'),
    left: finite(given['left'], 'left'),
  };
};

const countedOf = (given: Fields): Counted => ({
  jira: count(given['jira'], 'jira'),
  linearOnly: count(given['linearOnly'], 'linearOnly'),
  linked: count(given['linked'], 'linked'),
  withoutEstimate: count(given['withoutEstimate'], 'withoutEstimate'),
});

const NOT_ALL = 'The project has more issues than are counted here.';

/** @throws Unreadable, naming the field, when the answer cannot be understood. */
export function report(body: unknown): Report {
  const given = fields(body, 'body');
  return {
    by: oneOf(PERIODS, given['by'], 'by'),
    measure: oneOf(MEASURES, given['measure'], 'measure'),
    budgets: list(given['budgets'], target, 'budgets'),
    periods: list(given['periods'], period, 'periods').slice(-MOST_PERIODS),
    total: spent(fields(given['total'], 'total')),
    verdict: list(given['verdict'], verdict, 'verdict'),
    debt: list(given['debt'], debtPoint, 'debt').slice(-MOST_PERIODS),
    counted: countedOf(fields(given['counted'], 'counted')),
    incomplete: given['complete'] === false ? textOrNull(given['why'], 'why') ?? NOT_ALL : null,
  };
}
