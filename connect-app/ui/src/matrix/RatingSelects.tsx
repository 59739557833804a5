import { useId } from 'react';
import { type PartRating, type Score, scoreOf, SCORES } from './rating';
import { SCORE_NAMES } from './wording';

interface RatingSelectsProps {
  rating: PartRating;
  /** Called with one half changed. */
  change: (rating: PartRating) => void;
  /** Whether a half may be taken back. */
  mayClear: boolean;
}

/** Impact and effort as two of the browser's own selects: for touch, for screen readers, and for who likes lists. */
export function RatingSelects({ rating, change, mayClear }: RatingSelectsProps) {
  return (
    <div className="rating-selects">
      <Half name="Impact" score={rating.impact} mayClear={mayClear} choose={(impact) => change({ ...rating, impact })} />
      <Half name="Effort" score={rating.effort} mayClear={mayClear} choose={(effort) => change({ ...rating, effort })} />
    </div>
  );
}

interface HalfProps {
  name: string;
  score: Score | null;
  mayClear: boolean;
  choose: (score: Score | null) => void;
}

function Half({ name, score, mayClear, choose }: HalfProps) {
  const id = useId();
  return (
    <div className="rating-half">
      <label htmlFor={id}>{name}</label>
      <select id={id} className="matrix-select" value={score ?? ''} onChange={(event) => choose(scoreOf(event.target.value))}>
        {(mayClear || score === null) && <option value="">Not rated</option>}
        {SCORES.map((it) => <option key={it} value={it}>{`${it} · ${SCORE_NAMES[it]}`}</option>)}
      </select>
    </div>
  );
}
