import { budgetName, percent } from '../budget/wording';
import type { HostBridge } from '../host/bridge';
import { Answered } from '../project/Answered';
import { BurnColumns, partClass } from '../project/budget/BurnColumns';
import { addressOf } from '../project/budget/address';
import { Figure } from '../project/budget/Figure';
import { report, type Report, type Verdict } from '../project/budget/report';
import { isEmpty, stacked } from '../project/budget/shares';
import { StateTag } from '../project/budget/StateTag';
import { burnWords } from '../project/budget/wording';
import { useAnswer } from '../project/useAnswer';
import { counted } from '../project/wording';

const LAST_PERIODS = 8;
const CHART_HEIGHT = 72;

interface BudgetLinesProps {
  bridge: HostBridge;
  projectKey: string;
  /** The person wants another project; absent where they may not choose. */
  choose?: () => void;
}

/** A line a budget, and the last periods, as the project's settings count them. */
export function BudgetLines({ bridge, projectKey, choose }: BudgetLinesProps) {
  const answer = useAnswer(bridge, addressOf(projectKey, {}), report);
  return (
    <>
      <Answered answer={answer} what={`the budget of ${projectKey}`}>
        {(known) => (isEmpty(known) ? <Empty projectKey={projectKey} /> : <Lines report={known} projectKey={projectKey} />)}
      </Answered>
      {answer.trouble === 'refused' && choose !== undefined && (
        <p className="gadget-choose"><button type="button" className="key-link" onClick={choose}>Choose another project</button></p>
      )}
    </>
  );
}

function Empty({ projectKey }: { projectKey: string }) {
  return <p>{projectKey} has no finished work with a budget yet. Put a budget on its issues, in their Tradeoffs panel.</p>;
}

function Lines({ report: all, projectKey }: { report: Report; projectKey: string }) {
  const last = { ...all, periods: all.periods.slice(-LAST_PERIODS) };
  const order = stacked(all.budgets).map(({ name }) => name);
  return (
    <div className="gadget">
      <ul className="gadget-lines">
        {all.verdict.map((it) => <Line key={it.budget} verdict={it} className={partClass(order.indexOf(it.budget))} />)}
      </ul>
      <Figure
        words={burnWords(last)} height={CHART_HEIGHT}
        draw={(width) => <BurnColumns report={last} width={width} height={CHART_HEIGHT} axis={false} />}
      />
      <p className="gadget-note">{projectKey}, last {counted(last.periods.length, all.by)}. The line is the target.</p>
    </div>
  );
}

function Line({ verdict: { budget, share, target, state }, className }: { verdict: Verdict; className: string }) {
  return (
    <li className="gadget-line">
      <span className="gadget-name"><span className={`swatch ${className}`} aria-hidden="true" />{budgetName(budget)}</span>
      <span className="gadget-share"><strong>{percent(share)}</strong> <span className="quiet">of {percent(target)}</span></span>
      <StateTag state={state} />
    </li>
  );
}
