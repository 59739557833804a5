import { type PartRating, type Quadrant, quadrantOf, type Rating, type Score, wholeOf } from './rating';

interface QuadrantWords {
  /** Of one issue, for its lozenge. */
  readonly one: string;
  /** Of the corner of the chart. */
  readonly many: string;
  readonly meaning: string;
  readonly appearance: 'success' | 'information' | 'neutral' | 'warning';
}

export const QUADRANT: Record<Quadrant, QuadrantWords> = {
  'quick-win': { one: 'Quick win', many: 'Quick wins', appearance: 'success', meaning: 'Much for little: do it soon.' },
  'big-bet': { one: 'Big bet', many: 'Big bets', appearance: 'information', meaning: 'Much for much: plan it, test it small first.' },
  'fill-in': { one: 'Fill-in', many: 'Fill-ins', appearance: 'neutral', meaning: 'Little for little: when there is time.' },
  'time-sink': { one: 'Time sink', many: 'Time sinks', appearance: 'warning', meaning: 'Little for much: make it smaller, or leave it.' },
};

export const SCORE_NAMES: Record<Score, string> = { 1: 'Very low', 2: 'Low', 3: 'Medium', 4: 'High', 5: 'Very high' };

const half = (name: string, score: Score | null): string => (score === null ? `${name} not rated` : `${name} ${score} of 5`);

/** For instance `impact 4 of 5, effort 2 of 5: Quick win`, as a screen reader says it. */
export function spoken(rating: PartRating): string {
  const whole = wholeOf(rating);
  if (rating.impact === null && rating.effort === null) return 'not rated yet';
  const halves = `${half('impact', rating.impact)}, ${half('effort', rating.effort)}`;
  return whole === null ? halves : `${halves}: ${QUADRANT[quadrantOf(whole)].one}`;
}

export const issues = (count: number): string => (count === 1 ? '1 issue' : `${count} issues`);

/** For instance `Impact 4, effort 2`. */
export const placeName = ({ impact, effort }: Rating): string => `Impact ${impact}, effort ${effort}`;
