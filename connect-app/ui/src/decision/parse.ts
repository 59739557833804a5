import { fields, type Fields, Unreadable } from '../shell/parse';
import { BLANK, type Decision, type Dissent, type Space, SPACES, type Status, STATUSES, type Written } from './decision';

const LONGEST_TEXT = 40_000;
const MOST = 500;

/** Not cut: what is edited here is saved again as a whole. */
export function prose(value: unknown, what: string): string {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'string' || value.length > LONGEST_TEXT) throw new Unreadable(what);
  return value;
}

function some<T>(value: unknown, parse: (value: unknown) => T, what: string): readonly T[] {
  if (value === null || value === undefined) return [];
  if (!Array.isArray(value) || value.length > MOST) throw new Unreadable(what);
  return value.map(parse);
}

const oneOrNone = <T extends string>(known: readonly T[], value: unknown): T | null => known.find((it) => it === value) ?? null;

/** A day of the calendar; anything else is no date, and stays in the decision as it is written. */
export const day = (value: unknown): string | null =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value)) ? value : null;

export const statusOf = (value: unknown): Status | null => oneOrNone(STATUSES, value);
export const spaceOf = (value: unknown): Space | null => oneOrNone(SPACES, value);

export const dissent = (value: unknown): Dissent => {
  const given = fields(value, 'dissent');
  return { who: prose(given['who'], 'who'), because: prose(given['because'], 'because') };
};

/** @throws Unreadable, naming the field. */
export const written = (given: Fields): Written => ({
  title: prose(given['title'], 'title'),
  status: statusOf(given['status']),
  space: spaceOf(given['space']),
  context: prose(given['context'], 'context'),
  decision: prose(given['decision'], 'decision'),
  consequences: prose(given['consequences'], 'consequences'),
  skipped: prose(given['skipped'], 'skipped'),
  options: prose(given['options'], 'options'),
  dissent: some(given['dissent'], dissent, 'dissent'),
  decidedBy: some(given['decidedBy'], (it) => prose(it, 'decidedBy'), 'decidedBy'),
  decidedOn: day(given['decidedOn']),
  reviewOn: day(given['reviewOn']),
  supersedes: prose(given['supersedes'], 'supersedes'),
});

const ID = /^[a-z0-9-]{1,64}$/;

function id(given: Fields): string {
  const value = given['id'];
  if (typeof value !== 'string' || !ID.test(value)) throw new Unreadable('id');
  return value;
}

/** @throws Unreadable, naming the field, when it cannot be understood. */
export function decision(value: unknown): Decision {
  const given = fields(value, 'decision');
  return {
    ...written(given),
    id: id(given),
    etag: prose(given['etag'], 'etag'),
    unreadable: prose(given['unreadable'], 'unreadable') || null,
    statusText: prose(given['statusText'], 'statusText'),
    supersededBy: prose(given['supersededBy'], 'supersededBy') || null,
    more: some(given['more'], (it) => prose(it, 'more'), 'more'),
  };
}

const MISSHAPEN = 'It has another form than this page knows.';

/** One decision that cannot be understood does not take the others down with it. */
function inItsPlace(value: unknown): Decision {
  try {
    return decision(value);
  } catch (failure) {
    if (!(failure instanceof Unreadable)) throw failure;
    const name = id(fields(value, 'decision'));
    return { ...BLANK, status: null, id: name, etag: '', unreadable: MISSHAPEN, statusText: '', supersededBy: null, more: [] };
  }
}

/** @throws Unreadable when it is no list, or one of them does not even say which one it is. */
export function decisions(value: unknown): readonly Decision[] {
  if (!Array.isArray(value)) throw new Unreadable('decisions');
  return value.map(inItsPlace);
}
