import { percent } from '../../budget/wording';
import { type Box, columns, heightAt } from './columns';
import { PeriodNames } from './PeriodNames';
import type { Report } from './report';
import { debtTarget, standing } from './shares';

interface BurnColumnsProps {
  report: Report;
  width: number;
  height: number;
  /** Without room for it the axis and the names are left out, as in the gadget. */
  axis: boolean;
}

const GROUND = [0, 50, 100];
const CROWDED_PERCENT = 8;

export const boxOf = (width: number, height: number, axis: boolean): Box =>
  axis ? { left: 40, right: width, top: 24, bottom: height - 24 } : { left: 0, right: width, top: 12, bottom: height - 2 };

/** A period under the target has a mark above its column, so that the colour is not the only word. */
const MARK = '▼';

export function BurnColumns({ report, width, height, axis }: BurnColumnsProps) {
  const box = boxOf(width, height, axis);
  const drawn = columns(report.periods, report.budgets, box);
  return (
    <>
      {axis && GROUND.map((share) => <Grid key={share} share={share} target={debtTarget(report.budgets)} box={box} />)}
      {drawn.map(({ period, x, width: wide, middle, segments }) => (
        <g key={period.name} className={period.current ? 'chart-current' : undefined}>
          {segments.map(({ order, y, height: high }) => (
            <rect key={order} className={`chart-part ${partClass(order)}`} x={x} y={y} width={wide} height={high} />
          ))}
          {standing(period, report.budgets) === 'under' && (
            <text className="chart-mark" x={middle} y={box.top - 3} textAnchor="middle">{MARK}</text>
          )}
        </g>
      ))}
      {axis && (
        <PeriodNames
          names={drawn.map(({ period }) => period.name)} middles={drawn.map(({ middle }) => middle)} right={width} y={height - 6}
        />
      )}
      <TargetLine report={report} box={box} axis={axis} />
    </>
  );
}

/** The budgets take the chart colours in turn, from the ground upwards. */
export const partClass = (order: number): string => `part-${(Math.max(0, order) % 6) + 1}`;

/** A number of the ground that would touch the target's gives way to it. */
function Grid({ share, target, box }: { share: number; target: number; box: Box }) {
  const y = heightAt(share, box);
  return (
    <>
      <line className="chart-grid" x1={box.left} x2={box.right} y1={y} y2={y} />
      {Math.abs(share - target) > CROWDED_PERCENT && <Percent at={y} left={box.left} className="chart-text">{share}</Percent>}
    </>
  );
}

function Percent({ at, left, className, children }: { at: number; left: number; className: string; children: number }) {
  return <text className={className} x={left - 8} y={at + 4} textAnchor="end">{percent(children)}</text>;
}

function TargetLine({ report, box, axis }: { report: Report; box: Box; axis: boolean }) {
  const target = debtTarget(report.budgets);
  if (target === 0) return null;
  const y = heightAt(target, box);
  return (
    <>
      <line className="chart-target" x1={box.left} x2={box.right} y1={y} y2={y} />
      {axis && <Percent at={y} left={box.left} className="chart-target-text">{target}</Percent>}
    </>
  );
}
