import type { HostContext } from '../host/bridge';
import { Announcer } from '../shell/Announcer';
import { Notice } from '../shell/Notice';
import { Section } from '../shell/Section';
import { BudgetLines } from './BudgetLines';
import type { Reading, Trouble } from './reading';
import { Skeleton } from './Skeleton';
import type { BudgetChoice } from './useBudgetChoice';
import { inOneBreath, TROUBLE } from './wording';

interface CardProps {
  reading: Reading;
  context: HostContext;
  /** Asks again at once. */
  again: () => void;
  /** Null for those who may look only, and where there is nothing to choose from. */
  choice: BudgetChoice | null;
}

export function BudgetCard({ reading, context, again, choice }: CardProps) {
  const { known, trouble } = reading;
  return (
    <Section title="Budget" busy={known === null && trouble === null}>
      {known !== null && <BudgetLines known={known} context={context} choice={choice} />}
      {known !== null && trouble !== null && <p className="stale" role="status">{TROUBLE[trouble].stale}</p>}
      {known === null && trouble !== null && <InTrouble trouble={trouble} again={again} />}
      {known === null && trouble === null && <Skeleton />}
      <Announcer news={known === null ? null : inOneBreath(known)} />
    </Section>
  );
}

function InTrouble({ trouble, again }: { trouble: Trouble; again: () => void }) {
  const { title, meaning, canRetry } = TROUBLE[trouble];
  return (
    <Notice kind="error" title={title} {...(canRetry ? { action: { text: 'Try again', run: again } } : {})}>
      {meaning}
    </Notice>
  );
}
