import './budget.css';
import type { Here } from '../decision/here';
import { BudgetCard } from './BudgetCard';
import { budgetsOffered } from './issueBudget';
import { useBudgetChoice } from './useBudgetChoice';
import { useReading } from './useReading';

interface BudgetPartProps {
  here: Here;
  mayEdit: boolean;
  /** The project's mapping as the panel's answer has it, for its budgets; not yet parsed. */
  offered: unknown;
  /** Shows nothing where nothing is known: the panel has said already that it cannot be read. */
  silent?: boolean;
}

/** Which budget the issue draws on and how its Linear twin stands to it, kept fresh; who may edit the issue chooses another one. */
export function BudgetPart({ here, mayEdit, offered, silent = false }: BudgetPartProps) {
  const { reading, again, take } = useReading(here.bridge, here.issueId);
  const choice = useBudgetChoice(here, reading.known, take);
  if (silent && reading.known === null) return null;
  const own = reading.known?.mapping?.budgets ?? [];
  const budgets = own.length > 0 ? own : budgetsOffered(offered);
  return <BudgetCard reading={reading} context={here.context} again={again} choice={mayEdit && budgets.length > 0 ? { ...choice, budgets } : null} />;
}
