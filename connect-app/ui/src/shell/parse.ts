/** Answers from outside, read field by field: what is not as documented is refused, what is too long is cut. */

/** The answer has another shape than the one this page was built for. */
export class Unreadable extends Error {}

export type Fields = Record<string, unknown>;

const LONGEST_TEXT = 500;

export function fields(value: unknown, what: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Unreadable(what);
  return value as Fields;
}

export function optional<T>(value: unknown, parse: (value: Fields) => T, what: string): T | null {
  return value === null || value === undefined ? null : parse(fields(value, what));
}

export function text(value: unknown, what: string): string {
  if (typeof value !== 'string' || value === '') throw new Unreadable(what);
  return value.length <= LONGEST_TEXT ? value : `${value.slice(0, LONGEST_TEXT)}…`;
}

/** Somebody's text, which may be empty; nothing is empty, too. */
export function anyText(value: unknown, what: string): string {
  return value === null || value === undefined || value === '' ? '' : text(value, what);
}

export const textOrNull = (value: unknown, what: string): string | null =>
  value === null || value === undefined ? null : text(value, what);

/** A whole number from 0. */
export function count(value: unknown, what: string): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) throw new Unreadable(what);
  return value;
}

export const countOrNull = (value: unknown, what: string): number | null =>
  value === null || value === undefined ? null : count(value, what);

export function list<T>(value: unknown, parse: (value: unknown) => T, what: string): readonly T[] {
  if (!Array.isArray(value)) throw new Unreadable(what);
  return value.map(parse);
}

export function oneOf<T extends string>(known: readonly T[], value: unknown, what: string): T {
  const found = known.find((it) => it === value);
  if (found === undefined) throw new Unreadable(what);
  return found;
}

export function instant(value: unknown, what: string): Date | null {
  if (value === null || value === undefined) return null;
  const date = new Date(text(value, what));
  if (Number.isNaN(date.getTime())) throw new Unreadable(what);
  return date;
}

/** Only web addresses become links: `javascript:` and the like would run in our frame. */
export function webAddress(value: unknown): string | null {
  const url = typeof value === 'string' && URL.canParse(value) ? new URL(value) : null;
  return url !== null && (url.protocol === 'https:' || url.protocol === 'http:') ? url.href : null;
}
