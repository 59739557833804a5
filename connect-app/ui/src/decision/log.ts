import { BLANK, type Decision, type Status, type Written } from './decision';

/** Pure questions about the decisions of one issue. */

/** Whether the record's habit knows the step, as the server asks it too. An accepted decision is superseded; only an undo takes the acceptance back. */
export function mayBecome(now: Status | null, next: Status): boolean {
  switch (now) {
    case null:
    case 'proposed':
      return true;
    case 'accepted':
      return next === 'accepted' || next === 'superseded';
    case 'rejected':
      return next === 'rejected' || next === 'proposed';
    case 'superseded':
      return next === 'superseded';
  }
}

/** An accepted decision, and one that was replaced, says what was decided: its words stay. */
export const wordsStay = ({ status }: Written): boolean => status === 'accepted' || status === 'superseded';

/** Whether a new decision may take its place. */
export const maySupersede = (it: Decision): boolean =>
  it.unreadable === null && it.supersededBy === null && (it.status === 'accepted' || it.status === 'proposed');

/** Only what is in force, or may come into it, has to be looked at again. */
export const overdue = ({ status, reviewOn }: Pick<Written, 'status' | 'reviewOn'>, today: string): boolean =>
  reviewOn !== null && reviewOn < today && (status === 'accepted' || status === 'proposed');

/** Today where the reader is, as `2026-12-31`. */
export const todayIn = (timeZone: string, now: Date): string =>
  // Swedish writes days as ISO 8601 does.
  new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(now);

/** What a decision replaced, directly or not, the latest first. A circle, which people can write, ends where it closes. */
export function replacedBy(it: Decision, all: readonly Decision[]): readonly Decision[] {
  const chain: Decision[] = [];
  let next = all.find(({ id }) => id === it.supersedes);
  while (next !== undefined && next !== it && !chain.includes(next)) {
    chain.push(next);
    const before = next.supersedes;
    next = all.find(({ id }) => id === before);
  }
  return chain;
}

/** Every word of the query somewhere in what people read of it. */
export function finds(query: string, it: Decision): boolean {
  const text = [it.title, it.id, it.status ?? it.statusText, it.space ?? '', it.context, it.decision, it.consequences, it.skipped, it.options,
    ...it.decidedBy, ...it.dissent.flatMap(({ who, because }) => [who, because])].join('\n').toLowerCase();
  return query.toLowerCase().split(/\s+/).every((word) => text.includes(word));
}

const SLUG_LENGTH = 48;

/** An id for a new decision: `Use PostgreSQL 19!` becomes `use-postgresql-19`, with `-2` and so on where that is taken. */
export function idFor(title: string, taken: readonly string[]): string {
  const plain = title.normalize('NFKD').replaceAll(/\p{Diacritic}/gu, '').toLowerCase().replaceAll('ß', 'ss');
  const slug = plain.replaceAll(/[^a-z0-9]+/g, '-').slice(0, SLUG_LENGTH).replaceAll(/^-+|-+$/g, '') || 'decision';
  let id = slug;
  for (let n = 2; taken.includes(id); n += 1) id = `${slug}-${n}`;
  return id;
}

/** What a decision that takes another's place begins with. */
export const successorOf = (old: Decision): Written => ({
  ...BLANK,
  title: old.title,
  space: old.space,
  context: old.context,
  skipped: old.skipped,
  options: old.options,
  supersedes: old.id,
});

/** Names as people write them in one line. */
export const names = (line: string): readonly string[] =>
  [...new Set(line.split(/[,;\n]/).map((it) => it.trim()).filter((it) => it !== ''))];

/** The newest first: the backend gives the oldest first. */
export const newestFirst = (all: readonly Decision[]): readonly Decision[] => [...all].reverse();
