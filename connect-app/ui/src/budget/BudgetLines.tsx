import type { ReactNode } from 'react';
import { Lozenge } from '../shell/Lozenge';
import type { HostContext } from '../host/bridge';
import { Notice } from '../shell/Notice';
import { TwinLine } from '../shell/TwinLine';
import type { Twin } from '../shell/twin';
import type { Budget, IssueBudget } from './issueBudget';
import { PickInline } from './PickInline';
import type { BudgetChoice } from './useBudgetChoice';
import { budgetName, labelToPut, meaningOf, percent, shortOf } from './wording';

/** The answer, as a list of terms: the budget, and the twin in Linear. */
export function BudgetLines({ known, context, choice }: { known: IssueBudget; context: HostContext; choice: BudgetChoice | null }) {
  if (known.mapping === null) return <NoMapping />;
  return (
    <dl className="lines">
      <dt>Draws on</dt>
      <dd><Draws known={known} choice={choice} /></dd>
      <dt>In Linear</dt>
      <dd>{known.twin === null ? <NoTwin /> : <BudgetTwin twin={known.twin} budget={known.budget} context={context} />}</dd>
    </dl>
  );
}

const CHOOSE = 'Choose a budget';

/** The choice stands at the same place with and without a budget, so that it keeps the focus. */
function Draws({ known, choice }: { known: IssueBudget; choice: BudgetChoice | null }) {
  const { budget } = known;
  return (
    <>
      {budget === null && <p>This issue draws on no budget yet. Put the label <code>{labelToPut(known)}</code> on it, in Jira or in Linear.</p>}
      {(budget !== null || choice !== null) && (
        <div className="line">
          <Choosing value={budget?.name ?? ''} choice={choice}>
            {budget === null
              ? <span className="pick-words">{CHOOSE}</span>
              : <Lozenge appearance="information">{budgetName(budget.name)}</Lozenge>}
          </Choosing>
          {budget !== null && (
            <span className="quiet">
              {percent(budget.share)} of the team’s effort · label <code>{budget.label}</code>
            </span>
          )}
        </div>
      )}
      {choice?.failed != null && <p className="failed" role="alert">{choice.failed}</p>}
    </>
  );
}

/** The budget's name, and for those who may, a list of the others behind it. */
function Choosing({ value, choice, children }: { value: string; choice: BudgetChoice | null; children: ReactNode }) {
  if (choice === null) return <>{children}</>;
  const budgets = choice.budgets.map((it) => [it.name, `${budgetName(it.name)}, ${percent(it.share)}`] as const);
  return (
    <PickInline label="Budget" mayEdit value={value} {...(value === '' ? { words: CHOOSE } : {})} options={[['', 'No budget'], ...budgets]} set={(name) => choice.choose(name || null)}>
      {choice.busy ? <span className="quiet" role="status">Changing the budget…</span> : children}
    </PickInline>
  );
}

function BudgetTwin({ twin, budget, context }: { twin: Twin; budget: Budget | null; context: HostContext }) {
  return <TwinLine twin={twin} context={context} short={shortOf(twin, budget)} meaning={meaningOf(twin)} />;
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
