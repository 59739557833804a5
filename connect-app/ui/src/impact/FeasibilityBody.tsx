import Button from '@atlaskit/button/default/button';
import { useId } from 'react';
import { Ago } from '../shell/Ago';
import { undoFlag } from '../shell/undo';
import { ANSWER, isOld } from './feasibility';
import { Hint } from './Hint';
import { type Answer, ANSWERS, type Feasibility } from './impact';
import { PersonName } from './PersonName';
import { PLACES, type SectionProps } from './section';
import { TextField } from './TextField';

/** The question to the engineers, their answer and its stamp. */
export function FeasibilityBody(props: SectionProps) {
  const { given: { feasibility }, mayEdit } = props;
  return (
    <>
      {mayEdit && <Choice {...props} />}
      {feasibility === null && !mayEdit && <p className="quiet">No engineer has said yet whether this can be built.</p>}
      {feasibility !== null && <Answered {...props} feasibility={feasibility} />}
    </>
  );
}

/** Who and when are the server's to say. */
const answered = (answer: Answer, because: string): Feasibility => ({ answer, because, by: null, at: null });

function Choice({ edited, given: { feasibility } }: SectionProps) {
  const name = useId();
  const choose = (answer: Answer) => edited.edit(
    (it) => ({ ...it, feasibility: answered(answer, it.feasibility?.because ?? '') }), `Feasibility: ${ANSWER[answer].short}`);
  return (
    <fieldset className="check-in">
      <legend className="label">Engineers: can it be built like this?</legend>
      {ANSWERS.map((it) => (
        <label key={it} className="check-in-option">
          <input type="radio" name={name} value={it} checked={feasibility?.answer === it} onChange={() => choose(it)} />
          <span>{ANSWER[it].short}</span>
        </label>
      ))}
    </fieldset>
  );
}

function Answered(props: SectionProps & { feasibility: Feasibility }) {
  const { feasibility: { answer, because }, mayEdit } = props;
  return (
    <>
      {!mayEdit && <p className="read">{ANSWER[answer].meaning}</p>}
      <TextField {...props} place={PLACES.because} label="Because" placeholder="What would have to be true, or found out?" />
      {mayEdit && answer !== 'fine' && because === '' && (
        <Hint>{answer === 'no' ? 'Say what stands in the way.' : 'Say what is unclear, so that somebody can find it out.'}</Hint>
      )}
      <div className="stamp-line">
        <Stamp {...props} />
        {mayEdit && <Afterwards {...props} />}
      </div>
    </>
  );
}

/** What the server has not stamped yet was said by this reader, just now. */
function Stamp({ feasibility: { by, at }, context, bridge, issueId }: SectionProps & { feasibility: Feasibility }) {
  return (
    <p className="stamp">
      {by === null ? 'You' : <PersonName id={by} bridge={bridge} issueId={issueId} />}
      {', '}
      {by === null || at === null ? 'just now' : <Ago then={new Date(at)} context={context} />}
      {isOld({ by, at }, new Date()) && '. This may be out of date: it is older than 14 days.'}
    </p>
  );
}

function Afterwards({ edited, bridge, feasibility }: SectionProps & { feasibility: Feasibility }) {
  const { answer, because } = feasibility;
  const again = () => edited.edit((it) => ({ ...it, feasibility: answered(answer, because) }), 'Feasibility confirmed');
  const takeBack = () =>
    undoFlag(bridge, edited, edited.edit((it) => ({ ...it, feasibility: null }), 'Check-in removed'), 'Check-in removed');
  return (
    <>
      {isOld(feasibility, new Date()) && <Button spacing="compact" onClick={again}>It still holds</Button>}
      <Button appearance="subtle" spacing="compact" onClick={takeBack}>Remove</Button>
    </>
  );
}
