import type { DocumentKind } from '../shell/document';
import { type Fields, fields, instant, list, oneOf, optional, Unreadable } from '../shell/parse';

/** The issue property `tandem.acceptance`, as docs/api.md has it. Times are ISO 8601; the server sets them. */
export interface Acceptance {
  readonly v: 1;
  readonly story: Story;
  readonly criteria: readonly Criterion[];
  /** Taken away after work began, the newest first. */
  readonly removed: readonly Removed[];
  /** The last change of any criterion's text or type, or of which there are. */
  readonly criteriaChangedAt: string | null;
  readonly agreed: { readonly [role in Role]: Agreement | null };
}

export interface Story {
  readonly asA: string;
  readonly iWant: string;
  readonly soThat: string;
}

export interface Criterion {
  /** 1 to 40 of a-z, A-Z, 0-9 and -, unique among its like. */
  readonly id: string;
  /** 1 to {@link LONGEST_CRITERION} characters. */
  readonly text: string;
  readonly type: CriterionType | null;
  readonly met: boolean;
  /** Only where it was changed or added after work began. */
  readonly changed: Changed | null;
}

export interface Changed {
  readonly at: string;
  readonly by: string;
  /** The text when work began; null where the criterion was not there then. */
  readonly was: string | null;
}

export interface Removed {
  readonly text: string;
  readonly at: string;
  readonly by: string;
}

/** Somebody's yes. Without `by` and `at` it is mine and new: the server sets both. */
export interface Agreement {
  readonly by?: string;
  readonly at?: string;
}

export type CriterionType = 'technical' | 'ux' | 'business';
export type Role = 'product' | 'engineering' | 'design';

export const TYPES: readonly CriterionType[] = ['technical', 'ux', 'business'];
export const ROLES: readonly Role[] = ['product', 'engineering', 'design'];
export const MOST_CRITERIA = 500;
export const LONGEST_CRITERION = 1_000;
export const LONGEST_STORY_LINE = 500;

/** A document is saved as a whole: what is too long is refused, for a text that was cut would be stored cut. */
function whole(value: unknown, longest: number, what: string): string {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'string' || value.length > longest) throw new Unreadable(what);
  return value;
}

function moment(value: unknown, what: string): string {
  const date = instant(value, what);
  if (date === null) throw new Unreadable(what);
  return String(value);
}

const account = (value: unknown): string => whole(value, 128, 'by');

const story = (given: Fields): Story => ({
  asA: whole(given['asA'], LONGEST_STORY_LINE, 'asA'),
  iWant: whole(given['iWant'], LONGEST_STORY_LINE, 'iWant'),
  soThat: whole(given['soThat'], LONGEST_STORY_LINE, 'soThat'),
});

const changed = (given: Fields): Changed => ({
  at: moment(given['at'], 'changed'),
  by: account(given['by']),
  was: given['was'] ? whole(given['was'], LONGEST_CRITERION, 'was') : null,
});

function criterion(value: unknown): Criterion {
  const given = fields(value, 'criteria');
  const id = whole(given['id'], 40, 'id');
  if (id === '') throw new Unreadable('id');
  return {
    id,
    text: whole(given['text'], LONGEST_CRITERION, 'text'),
    type: given['type'] === null || given['type'] === undefined ? null : oneOf(TYPES, given['type'], 'type'),
    met: given['met'] === true,
    changed: optional(given['changed'], changed, 'changed'),
  };
}

function removed(value: unknown): Removed {
  const given = fields(value, 'removed');
  return { text: whole(given['text'], LONGEST_CRITERION, 'text'), at: moment(given['at'], 'at'), by: account(given['by']) };
}

const agreement = (given: Fields): Agreement =>
  given['at'] === undefined || given['at'] === null ? {} : { by: account(given['by']), at: moment(given['at'], 'agreed') };

function acceptance(value: unknown): Acceptance {
  const given = fields(value, 'document');
  if (given['v'] !== 1) throw new Unreadable('v');
  const agreed = optional(given['agreed'], (it) => it, 'agreed') ?? {};
  const yes = (role: Role) => optional(agreed[role], agreement, role);
  return {
    v: 1,
    story: story(optional(given['story'], (it) => it, 'story') ?? {}),
    criteria: list(given['criteria'] ?? [], criterion, 'criteria'),
    removed: list(given['removed'] ?? [], removed, 'removed'),
    criteriaChangedAt: given['criteriaChangedAt'] ? moment(given['criteriaChangedAt'], 'criteriaChangedAt') : null,
    agreed: { product: yes('product'), engineering: yes('engineering'), design: yes('design') },
  };
}

export const ACCEPTANCE: DocumentKind<Acceptance> = {
  parse: acceptance,
  empty: acceptance({ v: 1 }),
};
