import { count, countOrNull, type Fields, fields, instant, list, oneOf, optional, text, textOrNull } from '../shell/parse';
import { type Carrier, carrier } from './overview';

const STATES = ['never', 'running', 'waiting', 'done', 'stopped', 'cancelled'] as const;

/** How a project's full pass stands. */
export interface BackfillState {
  readonly state: (typeof STATES)[number];
  readonly said: string | null;
  readonly finishedAt: Date | null;
  readonly progress: Progress | null;
}

export interface Progress {
  readonly jiraIssues: number;
  readonly linearIssues: number;
  readonly expected: number | null;
  readonly links: number;
  readonly newLinks: number;
  readonly endsAbout: Date | null;
}

export const isUnderWay = ({ state }: BackfillState): boolean => state === 'running' || state === 'waiting';

const progress = (given: Fields): Progress => ({
  jiraIssues: count(given['jiraIssues'], 'jiraIssues'),
  linearIssues: count(given['linearIssues'], 'linearIssues'),
  expected: countOrNull(given['expected'], 'expected'),
  links: count(given['links'], 'links'),
  newLinks: count(given['newLinks'], 'newLinks'),
  endsAbout: instant(given['endsAbout'], 'endsAbout'),
});

export const backfillState = (body: unknown): BackfillState => {
  const given = fields(body, 'backfill');
  return {
    state: oneOf(STATES, given['state'], 'state'),
    said: textOrNull(given['said'], 'said'),
    finishedAt: instant(given['finishedAt'], 'finishedAt'),
    progress: optional(given['progress'], progress, 'progress'),
  };
};

/** A page of a dry run. */
export interface Forecast {
  readonly pairs: readonly ForecastPair[];
  readonly looked: number;
  readonly unchanged: number;
  readonly next: string | null;
}

export interface ForecastPair {
  /** The two are not linked yet and would be. */
  readonly wouldLink: boolean;
  readonly jira: Carrier;
  readonly linear: Carrier;
  readonly writes: readonly Write[];
  readonly asksAPerson: boolean;
  readonly why: string;
}

export interface Write {
  readonly side: 'jira' | 'linear';
  readonly add: readonly string[];
  readonly remove: readonly string[];
}

const names = (value: unknown): readonly string[] => list(value, (it) => text(it, 'name'), 'names');

const write = (value: unknown): Write => {
  const given = fields(value, 'write');
  return { side: oneOf(['jira', 'linear'], given['side'], 'side'), add: names(given['add']), remove: names(given['remove']) };
};

const pair = (value: unknown): ForecastPair => {
  const given = fields(value, 'pair');
  return {
    wouldLink: given['link'] === null,
    jira: carrier(given['jira']),
    linear: carrier(given['linear']),
    writes: list(given['writes'], write, 'writes'),
    asksAPerson: optional(given['conflict'], (it) => it['asksAPerson'] === true, 'conflict') ?? false,
    why: text(given['why'], 'why'),
  };
};

export const forecast = (body: unknown): Forecast => {
  const given = fields(body, 'forecast');
  return {
    pairs: list(given['pairs'], pair, 'pairs'),
    looked: count(given['looked'], 'looked'),
    unchanged: count(given['unchanged'], 'unchanged'),
    next: typeof given['next'] === 'string' ? given['next'] : null,
  };
};
