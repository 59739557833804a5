import { number } from '../wording';
import { boxOf } from './BurnColumns';
import { type Box, heightAt } from './columns';
import { debtColumns, debtScale } from './debt';
import { Figure } from './Figure';
import { Legend } from './Legend';
import { Numbers } from './Numbers';
import { PeriodNames } from './PeriodNames';
import type { Report } from './report';
import { debtChartWords, PERIOD } from './wording';

const HEIGHT = 200;

/** How much debt was opened, paid and is left, period by period. */
export function DebtChart({ report }: { report: Report }) {
  return (
    <Figure words={debtChartWords(report)} height={HEIGHT} draw={(width) => <Columns report={report} width={width} />}>
      <Legend
        entries={[
          { name: 'Opened', className: 'debt-opened' },
          { name: 'Paid', className: 'debt-paid' },
          { name: 'Left', className: 'swatch-line' },
        ]}
      />
      <Numbers
        caption={`Debt per ${report.by}`}
        heads={[PERIOD[report.by], 'Opened', 'Paid', 'Left']}
        rows={report.debt.map(({ period, opened, paid, left }) => [period, number(opened), number(paid), number(left)]).reverse()}
      />
    </Figure>
  );
}

function Columns({ report: { debt }, width }: { report: Report; width: number }) {
  const box = boxOf(width, HEIGHT, true);
  const drawn = debtColumns(debt, box);
  const line = drawn.map(({ middle, leftAt }) => `${middle},${leftAt}`).join(' ');
  return (
    <>
      <Scale box={box} report={debt} />
      {drawn.map(({ point, opened, paid }) => (
        <g key={point.period}>
          <rect className="debt-opened" {...opened} />
          <rect className="debt-paid" {...paid} />
        </g>
      ))}
      <PeriodNames
        names={drawn.map(({ point }) => point.period)} middles={drawn.map(({ middle }) => middle)} right={width} y={HEIGHT - 6}
      />
      <polyline className="debt-left" points={line} />
      {drawn.map(({ point, middle, leftAt }) => <circle key={point.period} className="debt-left-dot" cx={middle} cy={leftAt} r={3} />)}
    </>
  );
}

function Scale({ box, report }: { box: Box; report: Report['debt'] }) {
  const { ticks, highest } = debtScale(report);
  return (
    <>
      {ticks.map((tick) => {
        const y = heightAt((tick / highest) * 100, box);
        return (
          <g key={tick}>
            <line className="chart-grid" x1={box.left} x2={box.right} y1={y} y2={y} />
            <text className="chart-text" x={box.left - 8} y={y + 4} textAnchor="end">{number(tick)}</text>
          </g>
        );
      })}
    </>
  );
}
