import { type Fields, fields, instant, oneOf, optional, text, textOrNull, Unreadable, webAddress } from '../shell/parse';

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
}

export interface Budget {
  /** 1 to 64 of a-z, 0-9 and -, for instance `system-health`. */
  readonly name: string;
  /** How Jira writes it, for instance `budget:system-health`. */
  readonly label: string;
  /** The part of the effort that the team means it to have, in percent. */
  readonly share: number;
}

/** The issue in Linear, and how its budget stands to this one's. */
export interface Twin {
  readonly key: string;
  /** Absent when the answer holds no web address: such a twin is named, not linked. */
  readonly url: string | null;
  readonly state: TwinState;
  /** When both sides last agreed, or null if they never did. */
  readonly since: Date | null;
  /** For people; null when there is nothing to add. */
  readonly why: string | null;
}

export type TwinState = 'agrees' | 'waiting' | 'conflict' | 'paused';

const STATES: readonly TwinState[] = ['agrees', 'waiting', 'conflict', 'paused'];

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
});

const twin = (given: Fields): Twin => ({
  key: text(given['key'], 'key'),
  url: webAddress(given['url']),
  state: oneOf(STATES, given['state'], 'state'),
  since: instant(given['since'], 'since'),
  why: textOrNull(given['why'], 'why'),
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
