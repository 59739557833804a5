import { fields, instant, list, oneOf, text, textOrNull } from '../../shell/parse';
import { type IssueRef, issueRef } from '../decisions/decision';

export const KINDS = ['budget', 'decision-overdue', 'dissent', 'criteria-changed', 'slo', 'feasibility'] as const;
export type Kind = (typeof KINDS)[number];

/** One thing that needs a talk. */
export interface Warning {
  readonly kind: Kind;
  /** Null where it is about the project as a whole. */
  readonly issue: IssueRef | null;
  readonly words: string;
  readonly since: Date | null;
}

const warning = (value: unknown): Warning => {
  const given = fields(value, 'warning');
  return {
    kind: oneOf(KINDS, given['kind'], 'kind'),
    issue: given['issue'] === null || given['issue'] === undefined ? null : issueRef(given['issue']),
    words: text(given['words'], 'words'),
    since: instant(given['since'], 'since'),
  };
};

export interface Warnings {
  /** Most pressing first, as the backend has them. */
  readonly list: readonly Warning[];
  /** Why there may be more; null where these are all. */
  readonly incomplete: string | null;
}

const NOT_ALL = 'The project has more issues than Tandem looks at for this list.';

/** @throws Unreadable, naming the field. */
export const warnings = (body: unknown): Warnings => {
  const given = fields(body, 'body');
  return {
    list: list(given['warnings'], warning, 'warnings'),
    incomplete: given['complete'] === false ? textOrNull(given['why'], 'why') ?? NOT_ALL : null,
  };
};

export const KIND: Record<Kind, string> = {
  'budget': 'Budget',
  'decision-overdue': 'Review overdue',
  'dissent': 'Dissent',
  'criteria-changed': 'Criteria changed',
  'slo': 'SLO at risk',
  'feasibility': 'Feasibility',
};

/** Two warnings of one kind may stand on one issue: their place makes the key unique. */
export const keysOf = (all: readonly Warning[]): Map<Warning, string> =>
  new Map(all.map((it, index) => [it, `${it.kind}-${it.issue?.id ?? ''}-${index}`]));
