import { type ReactNode, useMemo } from 'react';
import { budgetName } from '../../budget/wording';
import { PickOne } from '../PickOne';
import { type BacklogIssue, budgetsOf, type Narrowed, valuesOf } from './backlog';

interface ToolsProps {
  by: Narrowed;
  narrow: (by: Narrowed) => void;
  issues: readonly BacklogIssue[];
  children: ReactNode;
}

const itself = (it: string): string => it;
const budgetOrNone = (it: string): string => (it === '' ? 'No budget' : budgetName(it));

/** What narrows the backlog to a part of it. */
export function MatrixTools({ by, narrow, issues, children }: ToolsProps) {
  const types = useMemo(() => valuesOf(issues, 'type'), [issues]);
  const statuses = useMemo(() => valuesOf(issues, 'status'), [issues]);
  const budgets = useMemo(() => [...budgetsOf(issues), ''], [issues]);
  return (
    <div role="search" className="tools">
      <input
        type="search" className="form-field form-field-search" aria-label="Search issues" placeholder="Search issues" autoComplete="off"
        value={by.words} onChange={({ target }) => narrow({ ...by, words: target.value })}
      />
      <PickOne
        label="Type" any="Any type" options={types} name={itself} picked={by.type} pick={(type) => narrow({ ...by, type })}
      />
      <PickOne
        label="Status" any="Any status" options={statuses} name={itself} picked={by.status}
        pick={(status) => narrow({ ...by, status })}
      />
      <PickOne
        label="Budget" any="Any budget" options={budgets} name={budgetOrNone} picked={by.budget}
        pick={(budget) => narrow({ ...by, budget })}
      />
      {children}
    </div>
  );
}
