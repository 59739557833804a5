import { Lozenge } from '../shell/Lozenge';
import { budgetName } from '../budget/wording';
import type { Carrier } from './overview';

/** What both issues of a pair hold. */
export function Values({ jira, linear }: { jira: Carrier; linear: Carrier }) {
  return (
    <dl className="values">
      <dt>{jira.key} <span className="quiet">in Jira</span></dt>
      <dd><Budgets of={jira} /></dd>
      <dt>{linear.key} <span className="quiet">in Linear</span></dt>
      <dd><Budgets of={linear} /></dd>
    </dl>
  );
}

function Budgets({ of: { budgets } }: { of: Carrier }) {
  if (budgets.length === 0) return <span className="quiet">no budget</span>;
  return (
    <span className="row">
      {budgets.map((name) => <Lozenge appearance="information" key={name}>{budgetName(name)}</Lozenge>)}
    </span>
  );
}
