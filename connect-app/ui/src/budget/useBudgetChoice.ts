import { useState } from 'react';
import type { Here } from '../decision/here';
import { ApiError } from '../host/bridge';
import { detailOf } from '../shell/refusal';
import { type Budget, type IssueBudget, issueBudget } from './issueBudget';
import { budgetName } from './wording';

/** What a person may do about the budget, and how the last attempt went. */
export interface BudgetChoice {
  readonly budgets: readonly Budget[];
  readonly busy: boolean;
  /** Why the budget stayed as it was. */
  readonly failed: string | null;
  /** By name; null: none. */
  choose(name: string | null): void;
}

/** Puts another budget's label on the issue, by the backend; a flag offers to put the former one back. */
export function useBudgetChoice(here: Here, known: IssueBudget | null, take: (known: IssueBudget) => void): Omit<BudgetChoice, 'budgets'> {
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<string | null>(null);
  const { bridge, issueId, told } = here;

  const put = async (budget: string | null): Promise<boolean> => {
    setBusy(true);
    setFailed(null);
    try {
      const path = `/api/panel/issues/${encodeURIComponent(issueId)}/budget`;
      take(issueBudget((await bridge.api({ method: 'PUT', path, body: { budget } })).body));
      bridge.refreshIssue(); // Jira shows the labels, too.
      return true;
    } catch (failure) {
      setFailed(whyOf(failure));
      return false;
    } finally {
      setBusy(false);
    }
  };
  const choose = async (name: string | null) => {
    const before = known?.budget?.name ?? null;
    if (name === before || busy) return;
    const said = name === null ? 'The issue draws on no budget' : `The issue draws on ${budgetName(name)}`;
    if (await put(name)) told(said, () => void put(before));
  };
  return { busy, failed, choose: (name) => void choose(name) };
}

function whyOf(failure: unknown): string {
  if (!(failure instanceof ApiError)) return 'Tandem does not answer, so it is not known whether the budget changed. Try again in a moment.';
  if (failure.status === 401) return 'Your session has ended. The budget is as it was. Reload the page to go on.';
  return detailOf(failure.body) ?? 'Tandem could not change the budget. It is as it was; try again in a moment.';
}
