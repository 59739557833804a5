/** Impact against effort, each 1 to 5, and the four quadrants that they fall into. Pure. */

export const SCORES = [1, 2, 3, 4, 5] as const;

/** 1 very low, 5 very high. */
export type Score = (typeof SCORES)[number];

export interface Rating {
  readonly impact: Score;
  readonly effort: Score;
}

/** A rating of which one half or both may be missing. */
export interface PartRating {
  readonly impact: Score | null;
  readonly effort: Score | null;
}

export type Quadrant = 'quick-win' | 'big-bet' | 'fill-in' | 'time-sink';

/** 3 and more is high, so that no issue stands on a border and every one has exactly one quadrant. */
export const HIGH_FROM = 3;

const MIDDLE: Score = 3;

export function quadrantOf({ impact, effort }: Rating): Quadrant {
  if (impact >= HIGH_FROM) return effort >= HIGH_FROM ? 'big-bet' : 'quick-win';
  return effort >= HIGH_FROM ? 'time-sink' : 'fill-in';
}

/** The value as a score, or null where it is none: from a select, or from outside. */
export function scoreOf(value: unknown): Score | null {
  const number = typeof value === 'string' && value !== '' ? Number(value) : value;
  return SCORES.find((it) => it === number) ?? null;
}

/** Both halves, or null while one is missing. */
export const wholeOf = ({ impact, effort }: PartRating): Rating | null =>
  impact === null || effort === null ? null : { impact, effort };

/** Where an issue is drawn that is not rated, or half: what is missing is taken to be in the middle. */
export const drawnAt = ({ impact, effort }: PartRating): Rating => ({ impact: impact ?? MIDDLE, effort: effort ?? MIDDLE });

export const sameRating = (a: PartRating, b: PartRating): boolean => a.impact === b.impact && a.effort === b.effort;

const FAR = SCORES.length;

/** What each key adds to impact and to effort. */
const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [1, 0],
  ArrowDown: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
  PageUp: [FAR, 0],
  PageDown: [-FAR, 0],
  End: [0, FAR],
  Home: [0, -FAR],
};

/**
 * Where a key moves a dot to, or null for a key that moves nothing. It stops at the edges. Enter and
 * Space rate an issue that is not rated yet right where it is drawn.
 */
export function stepped(from: PartRating, key: string): Rating | null {
  const at = drawnAt(from);
  if (key === 'Enter' || key === ' ') return wholeOf(from) === null ? at : null;
  const step = STEPS[key];
  return step === undefined ? null : { impact: clamped(at.impact + step[0]), effort: clamped(at.effort + step[1]) };
}

/** The nearest score. */
export const clamped = (value: number): Score => SCORES[Math.min(Math.max(Math.round(value), 1), FAR) - 1] ?? MIDDLE;
