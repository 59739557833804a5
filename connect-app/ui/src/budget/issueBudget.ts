import { type Fields, fields, optional, text, Unreadable } from '../shell/parse';
import { type Twin, twin } from '../shell/twin';

export type { Twin, TwinState } from '../shell/twin';

/** What `GET /api/panel/issues/{issueId}/budget` answers, parsed and bounded. See docs/api.md. */
export interface IssueBudget {
  readonly budget: Budget | null;
  /** The mapping of the issue's project, or null while the project is not connected to a Linear team. */
  readonly mapping: Mapping | null;
  readonly twin: Twin | null;
}

export interface Mapping {
  readonly projectKey: string;
  /** The labels that stand for budgets in Jira, the largest share first; empty where the answer has none. */
  readonly labels: readonly string[];
  /** What an issue may draw on, the largest share first; empty where the answer has none. */
  readonly budgets: readonly Budget[];
}

export interface Budget {
  /** 1 to 64 of a-z, 0-9 and -, for instance `system-health`. */
  readonly name: string;
  /** How Jira writes it, for instance `budget:system-health`. */
  readonly label: string;
  /** The part of the effort that the team means it to have, in percent. */
  readonly share: number;
}

function share(value: unknown): number {
  if (typeof value !== 'number' || !(value >= 0 && value <= 100)) throw new Unreadable('share');
  return value;
}

const budget = (given: Fields): Budget => ({
  name: text(given['name'], 'name'),
  label: text(given['label'], 'label'),
  share: share(given['share']),
});

const mapping = (given: Fields): Mapping => ({
  projectKey: text(given['projectKey'], 'projectKey'),
  labels: Array.isArray(given['labels']) ? given['labels'].map((it) => text(it, 'labels')) : [],
  budgets: Array.isArray(given['budgets']) ? given['budgets'].map((it) => budget(fields(it, 'budgets'))) : [],
});

/** @throws Unreadable, naming the field, when the answer cannot be understood. */
export function issueBudget(body: unknown): IssueBudget {
  const given = fields(body, 'body');
  return {
    budget: optional(given['budget'], budget, 'budget'),
    mapping: optional(given['mapping'], mapping, 'mapping'),
    twin: optional(given['twin'], twin, 'twin'),
  };
}

/** The budgets of a mapping that came with another answer; none where it cannot be understood. */
export function budgetsOffered(given: unknown): readonly Budget[] {
  try {
    return optional(given, mapping, 'mapping')?.budgets ?? [];
  } catch (failure) {
    if (failure instanceof Unreadable) return [];
    throw failure;
  }
}
