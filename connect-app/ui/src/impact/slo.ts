import type { Slo } from './impact';

/** How an objective stands, and in which words. Pure. */

export interface ProjectSlo {
  readonly name: string;
  readonly objective: number | null;
}

export type SloState = 'spent' | 'nearly' | 'healthy' | 'unknown';

export interface SloReading {
  readonly state: SloState;
  /** The part of the error budget that is left, 0 to 100, for the meter; null where it is not known. */
  readonly filled: number | null;
  /** The whole state in words. */
  readonly words: string;
}

/** From here on down the budget is nearly spent, in percent of it; the project's early warnings say so from there, too. */
const NEARLY = 20;

const rounded = (percent: number): string => `${Math.round(percent * 100) / 100}%`;

function stateOf(left: number | null): SloState {
  if (left === null) return 'unknown';
  if (left <= 0) return 'spent';
  return left <= NEARLY ? 'nearly' : 'healthy';
}

function wordsFor(left: number | null): string {
  if (left === null) return 'How much error budget is left is not known.';
  if (left === 0) return 'The error budget is spent.';
  return left < 0 ? `The error budget is overspent by ${rounded(-left)}.` : `${rounded(left)} of the error budget is left.`;
}

export function sloReading({ left }: Slo): SloReading {
  return { state: stateOf(left), filled: left === null ? null : Math.min(Math.max(left, 0), 100), words: wordsFor(left) };
}

/** For instance `99.7% now, 99.9% promised`. */
export function standing({ objective, current }: Slo): string {
  const now = current === null ? [] : [`${rounded(current)} now`];
  const promised = objective === null ? [] : [`${rounded(objective)} promised`];
  return [...now, ...promised].join(', ');
}

/**
 * What objective and current leave of the error budget, in whole percent, if both are of the same period;
 * null where they do not say.
 */
export function impliedLeft({ objective, current }: Slo): number | null {
  if (objective === null || current === null || objective >= 100 || objective < 0) return null;
  const left = Math.round(((current - objective) / (100 - objective)) * 100);
  return Math.max(left, LOWEST_LEFT);
}

export const LOWEST_LEFT = -1_000;

/** The name was once in the project's list, or never: the issue keeps its numbers either way. */
export const isListed = (slo: Slo, listed: readonly ProjectSlo[]): boolean => listed.some((it) => it.name === slo.name);

/** A percentage that somebody typed, comma or point; null for nothing, undefined for what is none. */
export function percentOf(typed: string, lowest: number): number | null | undefined {
  const text = typed.trim().replace('%', '').replace(',', '.').trim();
  if (text === '') return null;
  const number = Number(text);
  return Number.isFinite(number) && number >= lowest && number <= 100 ? number : undefined;
}

const MOST_LISTED = 200;

/** The project's objectives, from its settings; what is none is left out. Names are unique: the first one counts. */
export function projectSlos(value: unknown): readonly ProjectSlo[] {
  if (!Array.isArray(value)) return [];
  const found = new Map<string, ProjectSlo>();
  for (const it of value.slice(0, MOST_LISTED)) {
    const { name, objective } = (typeof it === 'object' && it !== null ? it : {}) as { name?: unknown; objective?: unknown };
    if (typeof name !== 'string' || name === '' || found.has(name)) continue;
    found.set(name, { name, objective: typeof objective === 'number' && Number.isFinite(objective) ? objective : null });
  }
  return [...found.values()];
}
