import Lozenge from '@atlaskit/lozenge/lozenge';
import type { HostContext } from '../host/bridge';
import { Notice } from '../shell/Notice';
import type { Budget, IssueBudget } from './issueBudget';
import { TwinLine } from './TwinLine';
import { budgetName, labelToPut, percent } from './wording';

/** The answer, as a list of terms: the budget, and the twin in Linear. */
export function BudgetLines({ known, context }: { known: IssueBudget; context: HostContext }) {
  if (known.mapping === null) return <NoMapping />;
  return (
    <dl className="lines">
      <dt>Draws on</dt>
      <dd>{known.budget === null ? <NoBudget label={labelToPut(known)} /> : <Drawn budget={known.budget} />}</dd>
      <dt>In Linear</dt>
      <dd>{known.twin === null ? <NoTwin /> : <TwinLine twin={known.twin} budget={known.budget} context={context} />}</dd>
    </dl>
  );
}

function Drawn({ budget }: { budget: Budget }) {
  return (
    <p className="line">
      <Lozenge appearance="information" maxWidth="100%">{budgetName(budget.name)}</Lozenge>
      <span className="quiet">
        {percent(budget.share)} of the team’s effort · label <code>{budget.label}</code>
      </span>
    </p>
  );
}

function NoBudget({ label }: { label: string }) {
  return <p>This issue draws on no budget yet. Put the label <code>{label}</code> on it, in Jira or in Linear.</p>;
}

function NoTwin() {
  return <p className="quiet">No issue in Linear is linked to this one, so the budget stands in Jira only.</p>;
}

function NoMapping() {
  return (
    <Notice kind="information" title="This project is not connected to Linear">
      Budgets are counted once a Jira admin connects the project to a Linear team, in Tandem’s settings.
    </Notice>
  );
}
