import type { PartRating } from '../matrix/rating';

/** The document behind the panel, as the issue property `tandem.impact` holds it. See docs/api.md. */
export interface Impact {
  readonly v: 1;
  /** Which user problem this solves. */
  readonly problem: string;
  readonly metric: Metric;
  /** Whether this is the simplest way to test it. */
  readonly simplest: string;
  readonly why: Why;
  readonly rating: PartRating;
  readonly slo: Slo | null;
  readonly feasibility: Feasibility | null;
  readonly roles: Roles;
}

/** Which number should change, from what to what, until when. */
export interface Metric {
  readonly name: string;
  readonly baseline: string;
  readonly target: string;
  /** An ISO date, for instance `2026-12-31`. */
  readonly due: string | null;
}

/** A sentence in three parts, from what is wrong in the system to what it does to the business. */
export interface Why {
  readonly cause: string;
  readonly user: string;
  readonly business: string;
}

/** A service level objective that this issue puts at risk, or saves. */
export interface Slo {
  readonly name: string;
  /** In percent, as `current`. */
  readonly objective: number | null;
  readonly current: number | null;
  /** What is left of the error budget, in percent: below 0 when it is overspent. */
  readonly left: number | null;
}

export type Answer = 'fine' | 'unsure' | 'no';

/** What an engineer says to "can we build it like this?". The server stamps who and when. */
export interface Feasibility {
  readonly answer: Answer;
  readonly because: string;
  /** Absent until the server has answered. */
  readonly by: string | null;
  readonly at: string | null;
}

/** Account ids; at most one is accountable. */
export interface Roles {
  readonly responsible: readonly string[];
  readonly accountable: string | null;
  readonly consulted: readonly string[];
  readonly informed: readonly string[];
}

export const ANSWERS: readonly Answer[] = ['fine', 'unsure', 'no'];

export const EMPTY: Impact = {
  v: 1,
  problem: '',
  metric: { name: '', baseline: '', target: '', due: null },
  simplest: '',
  why: { cause: '', user: '', business: '' },
  rating: { impact: null, effort: null },
  slo: null,
  feasibility: null,
  roles: { responsible: [], accountable: null, consulted: [], informed: [] },
};

/** What the server takes at most, per text. */
export const LONGEST_TEXT = 2_000;

/** The most people that one role takes. */
export const MOST_PEOPLE = 20;

/** Nothing is written yet, so the panel teaches instead of showing gaps. */
export const isEmpty = (given: Impact): boolean => JSON.stringify(given) === JSON.stringify(EMPTY);
