import { budgetName, percent } from '../../budget/wording';
import { number } from '../wording';
import { BurnColumns, partClass } from './BurnColumns';
import { Figure } from './Figure';
import { type Entry, Legend } from './Legend';
import { Numbers } from './Numbers';
import type { Report, Spent } from './report';
import { debtTarget, shareOf, spentOn, stacked, standing, tagged } from './shares';
import { burnWords, inMeasure, MEASURE, PERIOD, STANDING, UNTAGGED } from './wording';

const HEIGHT = 224;

/** What the work of each period went into, against the target. */
export function BurnChart({ report }: { report: Report }) {
  return (
    <Figure
      words={burnWords(report)}
      height={HEIGHT}
      draw={(width) => <BurnColumns report={report} width={width} height={HEIGHT} axis />}
    >
      <Legend entries={entries(report)} />
      <Untagged report={report} />
      <Table report={report} />
    </Figure>
  );
}

function entries({ budgets }: Report): readonly Entry[] {
  const named = stacked(budgets).map(({ name }, order) => ({ name: budgetName(name), className: partClass(order) }));
  const target = debtTarget(budgets);
  return [
    ...named.reverse(),
    ...(target > 0 ? [{ name: `Target ${percent(target)}, ▼ where it was clearly missed`, className: 'swatch-target' }] : []),
  ];
}

function Untagged({ report: { total: { untagged }, measure } }: { report: Report }) {
  if (untagged.amount === 0) return null;
  return <p className="chart-note">Not in the columns: {inMeasure(untagged.amount, measure)} that drew on no budget.</p>;
}

function Table({ report }: { report: Report }) {
  const { budgets, periods, measure, by, total } = report;
  const names = stacked(budgets).map(({ name }) => name).reverse();
  const row = (name: string, spent: Spent, last: string) =>
    [name, ...names.map((budget) => cell(spentOn(spent, budget), spent)), number(spent.untagged.amount), last];
  return (
    <Numbers
      caption={`${MEASURE[measure]} finished per ${by}`}
      heads={[PERIOD[by], ...names.map(budgetName), UNTAGGED, 'Against the target']}
      rows={[
        ...periods.map((it) => row(it.name, it, STANDING[standing(it, budgets)])).reverse(),
        row('All together', total, ''),
      ]}
    />
  );
}

const cell = (amount: number, spent: Spent): string => `${number(amount)} (${percent(shareOf(amount, tagged(spent)))})`;
