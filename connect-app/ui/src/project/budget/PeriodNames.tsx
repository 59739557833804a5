import { labels } from './labels';
import { shortPeriod } from './wording';

interface PeriodNamesProps {
  names: readonly string[];
  middles: readonly number[];
  right: number;
  y: number;
}

/** The names of the periods under their columns, as many as have room. */
export function PeriodNames({ names, middles, right, y }: PeriodNamesProps) {
  return (
    <>
      {labels(names.map(shortPeriod), middles, right).map(({ text, x, anchor }, index) => text !== null && (
        <text key={index} className="chart-text" x={x} y={y} textAnchor={anchor}>{text}</text>
      ))}
    </>
  );
}
