import type { Criterion } from './acceptance';
import { metOf, progressOf } from './wording';

/** How many of the criteria are met, as a bar and in words. */
export function Progress({ criteria }: { criteria: readonly Criterion[] }) {
  const words = progressOf(criteria);
  return (
    <div className="progress">
      <progress value={metOf(criteria)} max={criteria.length} aria-label="Criteria met" aria-valuetext={words} />
      <span>{words}</span>
    </div>
  );
}
