import type { Logged, Space, Status } from './decision';

export const STATUS: Record<Status, string> = {
  proposed: 'Proposed', accepted: 'Accepted', rejected: 'Rejected', superseded: 'Superseded',
};

export const SPACE: Record<Space, string> = {
  problem: 'Problem', solution: 'Solution', outcome: 'Outcome',
};

/** Whose word counts in which space. */
export const DECIDES: Record<Space, string> = {
  problem: 'product decides', solution: 'engineering decides', outcome: 'both decide',
};

export const titleOf = ({ title, id }: Logged): string => (title === '' ? id : title);

/** `3 Nov 2026`; what is no date stays as it was written. */
export function day(date: string, locale: string): string {
  const parsed = /^\d{4}-\d{2}-\d{2}$/.test(date) ? new Date(`${date}T00:00:00Z`) : null;
  if (parsed === null || Number.isNaN(parsed.getTime())) return date;
  const english = /^en\b/i.test(locale) ? locale : 'en';
  return new Intl.DateTimeFormat(english, { dateStyle: 'medium', timeZone: 'UTC' }).format(parsed);
}

/** Who decided it and when, and when it is looked at again, as far as it is known. */
export function decidedWords({ status, decidedBy, decidedOn, reviewOn }: Logged, locale: string): string {
  const who = decidedBy.length === 0 ? '' : ` by ${new Intl.ListFormat('en', { type: 'conjunction' }).format(decidedBy)}`;
  const when = decidedOn === null ? '' : ` on ${day(decidedOn, locale)}`;
  const review = reviewOn === null ? '' : `, review on ${day(reviewOn, locale)}`;
  const open = status === null || status === 'proposed';
  const nothing = open ? 'Not decided yet' : 'Nobody wrote down who decided it and when';
  return `${who === '' && when === '' ? nothing : `Decided${who}${when}`}${review}`;
}
