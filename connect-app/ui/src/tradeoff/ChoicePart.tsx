import Button from '@atlaskit/button/default/button';
import type { Decision } from '../decision/decision';
import type { Here } from '../decision/here';
import { loaded } from '../decision/loaded';
import { StatusLozenge } from '../decision/Lozenges';
import type { DecisionLog } from '../decision/useDecisions';
import { titleOf } from '../decision/wording';
import { useReturn } from '../shell/useReturn';
import { choosing, unchosen } from './change';
import type { ChooseFormProps } from './ChooseForm';
import type { Chosen, Option } from './tradeoff';
import { type Editing, Words } from './Words';
import { optionName } from './wording';
import { Stamped } from './Stamped';

const ChooseForm = loaded<ChooseFormProps>(() => import('./ChooseForm').then((it) => it.ChooseForm));

export interface ChoiceProps {
  editing: Editing;
  log: DecisionLog;
  here: Here;
  /** Shows a decision of the issue. */
  goTo: (id: string) => void;
  /** The option that a reason is being asked for, or null. */
  choosing: Option | null;
  /** Asks for a reason for an option, or for none. */
  choose: (option: Option | null) => void;
}

/** Which option was chosen and why, and the decision that it became; while one is being chosen, the questions. */
export function ChoicePart({ choosing: asking, choose, ...rest }: ChoiceProps) {
  const { chosen } = rest.editing.document;
  const { to, back } = useReturn<HTMLDivElement>(asking !== null);
  const close = () => {
    back(true);
    choose(null);
  };
  // Also where somebody else removes the option meanwhile: what is being written stays.
  if (asking !== null) return <ChooseForm {...rest} option={asking} close={close} key={asking.id} />;
  return (
    <div ref={to} tabIndex={-1} className="choice-place">
      {chosen !== null && <Made chosen={chosen} choose={choose} {...rest} />}
    </div>
  );
}

function Made({ chosen, editing, log, here, goTo, choose }: Omit<ChoiceProps, 'choosing'> & { chosen: Chosen }) {
  const option = editing.document.options.find(({ id }) => id === chosen.option);
  const decision = log.all.find(({ id }) => id === chosen.decision);
  const name = option === undefined ? 'an option that was removed' : optionName(option);
  return (
    <div className="choice">
      <p dir="auto">Chosen: <strong>{name}</strong> <Stamped stamp={chosen} here={here} /></p>
      {decision === undefined
        ? <Words editing={editing} label="Because" value={chosen.because} placeholder="Why this one" lines="wrap" required
            says={(because) => choosing(chosen.option, because)} />
        : <p className="markdown" dir="auto">Because: {chosen.because}</p>}
      {decision !== undefined && <Recorded decision={decision} goTo={goTo} />}
      {editing.mayEdit && (
        <div className="actions">
          {decision === undefined && option !== undefined && (
            <Button spacing="compact" onClick={() => choose(option)}>Record it as a decision</Button>
          )}
          <Button spacing="compact" appearance="subtle" onClick={() => editing.remove(unchosen, 'Choice taken back')}>Choose none</Button>
        </div>
      )}
    </div>
  );
}

function Recorded({ decision, goTo }: { decision: Decision; goTo: (id: string) => void }) {
  return (
    <p className="line">
      <span className="quiet">Recorded as</span>
      <button type="button" className="way" onClick={() => goTo(decision.id)}>{titleOf(decision)}</button>
      <StatusLozenge status={decision.status} text={decision.statusText} />
    </p>
  );
}
