import { anyText, count, fields, list, text, textOrNull } from '../../shell/parse';

export const STATUSES = ['proposed', 'accepted', 'rejected', 'superseded'] as const;
export const SPACES = ['problem', 'solution', 'outcome'] as const;
export type Status = (typeof STATUSES)[number];
export type Space = (typeof SPACES)[number];

/** The issue that something stands on. */
export interface IssueRef {
  readonly id: string;
  readonly key: string;
  readonly summary: string;
}

/** One line of the log. */
export interface Logged {
  readonly issue: IssueRef;
  /** Unique on its issue only. */
  readonly id: string;
  readonly title: string;
  /** Null where somebody wrote a word that is none of the four. */
  readonly status: Status | null;
  readonly space: Space | null;
  readonly decidedBy: readonly string[];
  /** `2026-12-31`, as the tracker has it. */
  readonly decidedOn: string | null;
  readonly reviewOn: string | null;
  readonly overdue: boolean;
  readonly dissent: number;
  /** Ids on the same issue. */
  readonly supersedes: string;
  readonly supersededBy: string | null;
  /** The beginning of its texts; empty where there is none, or no room for it on its issue. */
  readonly excerpt: string;
}

export interface DecisionLog {
  /** The person may import some. */
  readonly mayEdit: boolean;
  readonly decisions: readonly Logged[];
  /** Why some are not listed; null where all are. */
  readonly incomplete: string | null;
}

/** Unique in the project. */
export const keyOf = ({ issue, id }: Logged): string => `${issue.id}/${id}`;

export function issueRef(value: unknown): IssueRef {
  const given = fields(value, 'issue');
  return { id: text(given['id'], 'id'), key: text(given['key'], 'key'), summary: anyText(given['summary'], 'summary') };
}

const oneOrNull = <T extends string>(known: readonly T[], value: unknown): T | null => known.find((it) => it === value) ?? null;

function logged(value: unknown): Logged {
  const given = fields(value, 'decision');
  return {
    issue: issueRef(given['issue']),
    id: text(given['id'], 'id'),
    title: anyText(given['title'], 'title'),
    status: oneOrNull(STATUSES, given['status']),
    space: oneOrNull(SPACES, given['space']),
    decidedBy: list(given['decidedBy'] ?? [], (it) => text(it, 'decidedBy'), 'decidedBy'),
    decidedOn: textOrNull(given['decidedOn'], 'decidedOn'),
    reviewOn: textOrNull(given['reviewOn'], 'reviewOn'),
    overdue: given['overdue'] === true,
    dissent: count(given['dissent'] ?? 0, 'dissent'),
    supersedes: anyText(given['supersedes'], 'supersedes'),
    supersededBy: textOrNull(given['supersededBy'], 'supersededBy'),
    excerpt: anyText(given['excerpt'], 'excerpt'),
  };
}

/** What is not decided yet comes first, then the newest; among equals it stays as it came. */
const newestFirst = (a: Logged, b: Logged): number =>
  (a.decidedOn === null ? 0 : 1) - (b.decidedOn === null ? 0 : 1) || (b.decidedOn ?? '').localeCompare(a.decidedOn ?? '');

const NOT_ALL = 'The project has more issues than Tandem looks at for this list.';

/** @throws Unreadable, naming the field, when the answer cannot be understood. */
export function decisionLog(body: unknown): DecisionLog {
  const given = fields(body, 'body');
  return {
    mayEdit: given['mayEdit'] === true,
    decisions: list(given['decisions'], logged, 'decisions').toSorted(newestFirst),
    incomplete: given['complete'] === false ? textOrNull(given['why'], 'why') ?? NOT_ALL : null,
  };
}
