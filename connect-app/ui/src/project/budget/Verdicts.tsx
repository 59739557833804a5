import { budgetName, percent } from '../../budget/wording';
import { partClass } from './BurnColumns';
import type { Report } from './report';
import { stacked } from './shares';
import { StateTag } from './StateTag';

/** How each budget stands to its target over all that is shown: in numbers, in a tag, in a sentence. */
export function Verdicts({ report }: { report: Report }) {
  const order = stacked(report.budgets).map(({ name }) => name);
  return (
    <ul className="verdicts">
      {report.verdict.map((it) => (
        <li className="verdict" key={it.budget}>
          <h2 className="verdict-name">
            <span className={`swatch ${partClass(order.indexOf(it.budget))}`} aria-hidden="true" />
            {budgetName(it.budget)}
          </h2>
          <p className="verdict-share">
            <strong>{percent(it.share)}</strong> <span className="quiet">of {percent(it.target)}</span> <StateTag state={it.state} />
          </p>
          <p><bdi>{it.words}</bdi></p>
        </li>
      ))}
    </ul>
  );
}
