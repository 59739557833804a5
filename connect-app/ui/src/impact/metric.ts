import type { Metric } from './impact';

/** For instance `61% → 70%`; with one of them missing, the other with its name; empty where both are. */
export function change({ baseline, target }: Metric): string {
  if (baseline === '' && target === '') return '';
  if (baseline === '') return `to ${target}`;
  return target === '' ? `from ${baseline}` : `${baseline} → ${target}`;
}

export const isUntouched = ({ name, baseline, target, due }: Metric): boolean =>
  name === '' && baseline === '' && target === '' && due === null;

/** What a metric still lacks to be checked one day, as a hint; null when it has all, or is not begun. */
export function lacks(metric: Metric): string | null {
  if (isUntouched(metric)) return null;
  const missing = [
    ...(metric.name === '' ? ['what is measured'] : []),
    ...(metric.baseline === '' ? ['where it stands today'] : []),
    ...(metric.target === '' ? ['where it should be'] : []),
    ...(metric.due === null ? ['by when'] : []),
  ];
  return missing.length === 0 ? null : `Still missing: ${missing.join(', ')}.`;
}

/** For instance `31 December 2026`. A date has no time zone: it is the same day everywhere. */
export const dayName = (date: string, locale: string): string => {
  const then = new Date(`${date}T00:00:00Z`);
  const language = /^en\b/i.test(locale) ? locale : 'en';
  return Number.isNaN(then.getTime()) ? date : new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(then);
};

/** True when the reader's day is later than the date. */
export function isPast(date: string, now: Date, timeZone: string): boolean {
  const today = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(now);
  return date < today;
}
