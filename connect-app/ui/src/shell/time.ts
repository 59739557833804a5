const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const STEPS: readonly (readonly [number, Intl.RelativeTimeFormatUnit])[] = [
  [365 * DAY, 'year'],
  [30 * DAY, 'month'],
  [7 * DAY, 'week'],
  [DAY, 'day'],
  [HOUR, 'hour'],
  [MINUTE, 'minute'],
];

/** The panels speak English, in the reader's own kind of it; another language would be half a sentence. */
const english = (locale: string): string => (/^en\b/i.test(locale) ? locale : 'en');

/** For instance `5 minutes ago`; less than a minute, and a clock that runs ahead of ours, is `just now`. */
export function ago(then: Date, now: Date, locale: string): string {
  const passed = now.getTime() - then.getTime();
  const step = STEPS.find(([length]) => passed >= length);
  if (step === undefined) return 'just now';
  const [length, unit] = step;
  return new Intl.RelativeTimeFormat(english(locale), { numeric: 'auto' }).format(-Math.floor(passed / length), unit);
}

/** For instance `20 November 2026 at 10:42:07 CET`, in the reader's time zone. */
export function moment(then: Date, locale: string, timeZone: string): string {
  return new Intl.DateTimeFormat(english(locale), { dateStyle: 'long', timeStyle: 'long', timeZone }).format(then);
}
