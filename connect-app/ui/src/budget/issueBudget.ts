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

/** The answer has another shape than the one this page was built for. */
export class Unreadable extends Error {}

const STATES: readonly TwinState[] = ['agrees', 'waiting', 'conflict', 'paused'];
const LONGEST_TEXT = 500;

type Fields = Record<string, unknown>;

function fields(value: unknown, what: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Unreadable(what);
  return value as Fields;
}

function optional<T>(value: unknown, parse: (value: Fields) => T, what: string): T | null {
  return value === null || value === undefined ? null : parse(fields(value, what));
}

function text(value: unknown, what: string): string {
  if (typeof value !== 'string' || value === '') throw new Unreadable(what);
  return value.length <= LONGEST_TEXT ? value : `${value.slice(0, LONGEST_TEXT)}…`;
}

function share(value: unknown): number {
  if (typeof value !== 'number' || !(value >= 0 && value <= 100)) throw new Unreadable('share');
  return value;
}

/** Only web addresses become links: `javascript:` and the like would run in our frame. */
function webAddress(value: unknown): string | null {
  const url = typeof value === 'string' && URL.canParse(value) ? new URL(value) : null;
  return url !== null && (url.protocol === 'https:' || url.protocol === 'http:') ? url.href : null;
}

function instant(value: unknown): Date | null {
  if (value === null || value === undefined) return null;
  const date = new Date(text(value, 'since'));
  if (Number.isNaN(date.getTime())) throw new Unreadable('since');
  return date;
}

function state(value: unknown): TwinState {
  const known = STATES.find((it) => it === value);
  if (known === undefined) throw new Unreadable('state');
  return known;
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
  state: state(given['state']),
  since: instant(given['since']),
  why: given['why'] === null || given['why'] === undefined ? null : text(given['why'], 'why'),
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
