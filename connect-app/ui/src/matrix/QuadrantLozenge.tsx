import { Lozenge } from '../shell/Lozenge';
import { type PartRating, quadrantOf, wholeOf } from './rating';
import { QUADRANT } from './wording';

/** The name of the quadrant that a rating falls into; without both halves there is none. */
export function QuadrantLozenge({ rating }: { rating: PartRating }) {
  const whole = wholeOf(rating);
  if (whole === null) return null;
  const { one, appearance } = QUADRANT[quadrantOf(whole)];
  return <Lozenge appearance={appearance}>{one}</Lozenge>;
}
