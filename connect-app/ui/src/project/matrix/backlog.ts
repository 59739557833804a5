import { type PartRating, scoreOf, wholeOf } from '../../matrix/rating';
import type { RatedIssue } from '../../matrix/cells';
import { anyText, fields, list, text, textOrNull } from '../../shell/parse';

/** An open issue of the project. */
export interface BacklogIssue extends PartRating {
  readonly id: string;
  readonly key: string;
  readonly summary: string;
  readonly type: string;
  readonly status: string;
  /** Null draws on none. */
  readonly budget: string | null;
}

export interface Backlog {
  /** The person may rate them. */
  readonly mayEdit: boolean;
  /** Newest first. */
  readonly issues: readonly BacklogIssue[];
  /** Why some are not among them; null where all are. */
  readonly incomplete: string | null;
}

const issue = (value: unknown): BacklogIssue => {
  const given = fields(value, 'issue');
  return {
    id: text(given['id'], 'id'),
    key: text(given['key'], 'key'),
    summary: anyText(given['summary'], 'summary'),
    type: anyText(given['type'], 'type'),
    status: anyText(given['status'], 'status'),
    impact: scoreOf(given['impact']),
    effort: scoreOf(given['effort']),
    budget: textOrNull(given['budget'], 'budget'),
  };
};

const NOT_ALL = 'The project has more issues than are shown here.';

/** What `GET /api/project/{key}/matrix` answers. @throws Unreadable, naming the field. */
export const backlog = (body: unknown): Backlog => {
  const given = fields(body, 'body');
  return {
    mayEdit: given['mayEdit'] === true,
    issues: list(given['issues'], issue, 'issues'),
    incomplete: given['complete'] === false ? textOrNull(given['why'], 'why') ?? NOT_ALL : null,
  };
};

/** Which part of the backlog is on the matrix. Empty words and null take everything. */
export interface Narrowed {
  readonly words: string;
  readonly type: string | null;
  readonly status: string | null;
  /** A budget's name; the empty text stands for those that draw on none. */
  readonly budget: string | null;
}

export const ALL: Narrowed = { words: '', type: null, status: null, budget: null };

export function narrowed(issues: readonly BacklogIssue[], by: Narrowed): readonly BacklogIssue[] {
  const words = by.words.toLowerCase().split(/\s+/).filter((word) => word !== '');
  return issues.filter((it) => {
    const said = `${it.key} ${it.summary}`.toLowerCase();
    return (by.type === null || it.type === by.type)
      && (by.status === null || it.status === by.status)
      && (by.budget === null || (it.budget ?? '') === by.budget)
      && words.every((word) => said.includes(word));
  });
}

/** Those with a place on the matrix. */
export const placed = (issues: readonly BacklogIssue[]): readonly RatedIssue[] =>
  issues.flatMap((it) => {
    const rating = wholeOf(it);
    return rating === null ? [] : [{ ...it, ...rating }];
  });

export const unplaced = (issues: readonly BacklogIssue[]): readonly BacklogIssue[] => issues.filter((it) => wholeOf(it) === null);

/** The different values of a column, in alphabetical order. */
export const valuesOf = (issues: readonly BacklogIssue[], column: 'type' | 'status'): readonly string[] =>
  [...new Set(issues.map((it) => it[column]))].filter((it) => it !== '').sort((a, b) => a.localeCompare(b));

export const budgetsOf = (issues: readonly BacklogIssue[]): readonly string[] =>
  [...new Set(issues.flatMap(({ budget }) => (budget === null ? [] : [budget])))].sort((a, b) => a.localeCompare(b));
