import Button from '@atlaskit/button/default/button';
import { type ReactNode, useId } from 'react';
import type { DraftPlace } from '../shell/typed';
import { undoFlag } from '../shell/undo';
import { Hint } from './Hint';
import type { Slo } from './impact';
import { PercentField } from './PercentField';
import { PLACES, type SectionProps } from './section';
import { impliedLeft, isListed, LOWEST_LEFT, type ProjectSlo, projectSlos, standing } from './slo';
import { SloMeter } from './SloMeter';
import { TextField } from './TextField';

/** Which objective it is, its numbers and its meter. */
export function SloBody(props: SectionProps) {
  const { given: { slo }, mayEdit, edited } = props;
  const listed = projectSlos(edited.answer?.project['slos']);
  return (
    <>
      {mayEdit && <SloSelect {...props} listed={listed} />}
      {slo === null && !mayEdit && <p className="quiet">No objective is at risk.</p>}
      {slo !== null && <Standing {...props} slo={slo} listed={listed} />}
    </>
  );
}

type StandingProps = SectionProps & { slo: Slo; listed: readonly ProjectSlo[] };

function Standing(props: StandingProps) {
  const { slo, mayEdit, listed } = props;
  const inList = isListed(slo, listed);
  return (
    <>
      {!inList && <TextField {...props} place={PLACES.slo} label="Objective’s name" placeholder="e.g. Checkout availability" lines="one" />}
      {inList && !mayEdit && <p className="read" dir="auto">{slo.name}</p>}
      {!inList && slo.name !== '' && listed.length > 0 && (
        <Note>{`“${slo.name}” is not in the project’s list of objectives, or not any more. What stands here is kept.`}</Note>
      )}
      {mayEdit ? <Numbers {...props} /> : <p className="read">{standing(slo)}</p>}
      <SloMeter slo={slo} />
    </>
  );
}

const Note = ({ children }: { children: ReactNode }) => <p className="note" dir="auto">{children}</p>;

function Numbers({ edited, slo, listed, issueId }: StandingProps) {
  const implied = slo.left === null ? impliedLeft(slo) : null;
  const put = (part: Partial<Slo>) =>
    edited.edit((it) => (it.slo === null ? it : { ...it, slo: { ...it.slo, ...part } }), 'Objective changed');
  const draft = (field: keyof Slo): DraftPlace =>
    ({ path: `/api/panel/issues/${issueId}/impact/slo/${field}`, me: edited.answer?.me ?? '' });
  const promised = listed.find((it) => it.name === slo.name)?.objective ?? null;
  return (
    <>
      <div className="slo-numbers">
        <PercentField label="Promised, %" value={slo.objective} lowest={0} draft={draft('objective')} save={(objective) => put({ objective })} />
        <PercentField label="Now, %" value={slo.current} lowest={0} draft={draft('current')} save={(current) => put({ current })} />
        <PercentField label="Budget left, %" value={slo.left} lowest={LOWEST_LEFT} draft={draft('left')} save={(left) => put({ left })} />
      </div>
      {promised !== null && promised !== slo.objective && <Note>{`The project’s list promises ${promised}%.`}</Note>}
      {implied !== null && (
        <Hint>
          {`By these two numbers ${implied}% of the error budget would be left. `}
          <Button spacing="compact" onClick={() => put({ left: implied })}>{`Use ${implied}%`}</Button>
        </Hint>
      )}
    </>
  );
}

const NONE = 'none';
const OTHER = 'other';

/** None, one of the project's, or another one. */
function SloSelect({ edited, given: { slo }, bridge, listed }: SectionProps & { listed: readonly ProjectSlo[] }) {
  const id = useId();
  const at = slo === null ? -1 : listed.findIndex((it) => it.name === slo.name);
  const chosen = slo === null ? NONE : at < 0 ? OTHER : String(at);
  const choose = (value: string) => {
    const one = listed[Number(value)];
    if (value === NONE) undoFlag(bridge, edited, edited.edit((it) => ({ ...it, slo: null }), 'Objective removed'), 'Objective removed');
    else edited.edit((it) => ({ ...it, slo: started(it.slo, one) }), 'Objective chosen');
  };
  return (
    <div className="field">
      <label htmlFor={id}>Objective</label>
      <select id={id} className="input" value={chosen} onChange={(event) => choose(event.target.value)}>
        <option value={NONE}>None is at risk</option>
        {listed.map((it, index) => <option key={it.name} value={index}>{it.name}</option>)}
        <option value={OTHER}>Another one</option>
      </select>
    </div>
  );
}

/** Another objective has other numbers; the promise is the list's. */
function started(before: Slo | null, listed: ProjectSlo | undefined): Slo {
  if (listed === undefined) return { name: '', objective: null, current: before?.current ?? null, left: before?.left ?? null };
  return { name: listed.name, objective: listed.objective, current: null, left: null };
}
