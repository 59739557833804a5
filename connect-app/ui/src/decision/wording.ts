import type { Decision, Space, Status } from './decision';

interface StatusWords {
  readonly short: string;
  readonly appearance: 'success' | 'information' | 'danger' | 'neutral';
}

export const STATUS: Record<Status, StatusWords> = {
  proposed: { short: 'Proposed', appearance: 'information' },
  accepted: { short: 'Accepted', appearance: 'success' },
  rejected: { short: 'Rejected', appearance: 'danger' },
  superseded: { short: 'Superseded', appearance: 'neutral' },
};

interface SpaceWords {
  readonly short: string;
  /** Who decides. */
  readonly decides: string;
  /** What a person recognises it by. */
  readonly about: string;
}

export const QUESTION = 'Is this about the problem or the solution?';

export const SPACE: Record<Space, SpaceWords> = {
  problem: { short: 'Problem', decides: 'Product decides', about: 'which problem is worth solving, and when' },
  solution: { short: 'Solution', decides: 'Engineering decides', about: 'how it is built' },
  outcome: { short: 'Outcome', decides: 'Both decide', about: 'what has to come of it' },
};

/** A part of a decision that is Markdown. */
export type TextField = 'context' | 'options' | 'decision' | 'consequences' | 'skipped';

/** The texts of a decision, in the order in which they are read. */
export const SECTIONS: readonly (readonly [TextField, string])[] = [
  ['context', 'Context'],
  ['options', 'Considered options'],
  ['decision', 'Decision'],
  ['consequences', 'Consequences'],
  ['skipped', 'If we skip it'],
];

/** The name of each field of a decision, where two versions of it are shown. */
export const FIELD: Readonly<Record<string, string>> = {
  ...Object.fromEntries(SECTIONS),
  title: 'Title', status: 'Status', space: 'Problem or solution', dissent: 'Dissent', decidedBy: 'Decided by',
  decidedOn: 'Decided on', reviewOn: 'Review on', supersedes: 'Supersedes',
};

export const titleOf = ({ title, id }: Pick<Decision, 'title' | 'id'>): string => title.trim() || id;

/** For instance `31 Dec 2026`. A day has no time zone. */
export const dayWords = (day: string, locale: string): string =>
  new Intl.DateTimeFormat(/^en\b/i.test(locale) ? locale : 'en', { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));

export const listed = (names: readonly string[]): string =>
  names.length <= 1 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

export const dissentWords = (number: number): string => (number === 1 ? '1 dissent' : `${number} dissents`);

/** Why a save or a deletion did not happen, and what it means for what the person wrote. */
export const FAILED = {
  unreachable: 'Tandem does not answer, so this is not saved yet, or not known to be. Your text stays here: try again in a moment.',
  expired: 'Your session has ended, so this is not saved. Your text stays here: copy it, reload the page and save it again.',
  refused: 'You may look at this issue, not edit it, so this is not saved. Ask a project admin for the permission to edit issues.',
  other: 'Tandem could not save this. Your text stays here: try again in a moment.',
} as const;
