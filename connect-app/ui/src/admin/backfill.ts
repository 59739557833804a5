import { count, countOrNull, type Fields, fields, instant, oneOf, optional, textOrNull } from '../shell/parse';

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
