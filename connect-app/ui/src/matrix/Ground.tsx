import { beginOf } from './plane';
import { HIGH_FROM, SCORES } from './rating';
import { QUADRANT } from './wording';

const EDGE = beginOf(HIGH_FROM);
const REST = 100 - EDGE;
const percent = (value: number): string => `${value}%`;

/** What lies under the dots: four quadrants with their names, and the lines between the cells. */
export function Ground() {
  return (
    <g className="matrix-ground" aria-hidden="true">
      <rect className="matrix-quick-win" x="0" y="0" width={percent(EDGE)} height={percent(REST)} />
      <rect className="matrix-big-bet" x={percent(EDGE)} y="0" width={percent(REST)} height={percent(REST)} />
      <rect className="matrix-fill-in" x="0" y={percent(REST)} width={percent(EDGE)} height={percent(EDGE)} />
      <rect className="matrix-time-sink" x={percent(EDGE)} y={percent(REST)} width={percent(REST)} height={percent(EDGE)} />
      {SCORES.slice(1).map((score) => <Lines key={score} at={beginOf(score)} strong={score === HIGH_FROM} />)}
      <text x="5" y="11">{QUADRANT['quick-win'].many}</text>
      <text x="100%" dx="-5" y="11" textAnchor="end">{QUADRANT['big-bet'].many}</text>
      <text x="5" y="100%" dy="-4">{QUADRANT['fill-in'].many}</text>
      <text x="100%" dx="-5" y="100%" dy="-4" textAnchor="end">{QUADRANT['time-sink'].many}</text>
    </g>
  );
}

function Lines({ at, strong }: { at: number; strong: boolean }) {
  const look = strong ? 'matrix-border' : 'matrix-line';
  return (
    <>
      <line className={look} x1={percent(at)} x2={percent(at)} y1="0" y2="100%" />
      <line className={look} x1="0" x2="100%" y1={percent(100 - at)} y2={percent(100 - at)} />
    </>
  );
}
