import { useRef } from 'react';
import Button from '@atlaskit/button/default/button';
import DeleteIcon from '@atlaskit/icon/core/delete';
import { Lozenge } from '../shell/Lozenge';
import { PickInline } from '../budget/PickInline';
import type { Here } from '../decision/here';
import { useRefocus } from '../decision/useRefocus';
import type { Person } from '../shell/people';
import { usePeople } from '../shell/usePeople';
import { Section } from '../shell/Section';
import { AddLine } from './AddLine';
import { freshId, openFirst, riskSays, withoutRisk, withRisk } from './change';
import { IconButton } from './IconButton';
import { StampedBy } from './Stamped';
import { draftPath, MOST_RISKS, type Risk, type RiskKind, RISK_KINDS } from './tradeoff';
import { type Editing, Words } from './Words';
import { briefly, EMPTY, RISK } from './wording';

const KINDS = RISK_KINDS.map((it) => [it, RISK[it]] as const);

interface RisksProps {
  editing: Editing;
  here: Here;
}

/** What could go wrong, said early; settled ones stay to be read. */
export function RisksPart({ editing, here }: RisksProps) {
  const { document: { risks }, mayEdit, edit } = editing;
  const list = useRef<HTMLUListElement>(null);
  useRefocus(list, risks.length);
  const people = usePeople(here.bridge, here.issueId, risks.flatMap(({ by }) => by ?? []));
  const add = (text: string, kind: RiskKind) =>
    edit(withRisk(freshId('r', Math.random), kind, text), `Risk “${briefly(text)}” raised`);
  return (
    <Section title="Risks" busy={false}>
      {risks.length === 0 && <p className="quiet spaced">{EMPTY.risks}</p>}
      <ul className="risks" ref={list} tabIndex={-1} aria-label="Risks">
        {openFirst(risks).map((it) => <Line risk={it} editing={editing} here={here} by={people.get(it.by ?? '')} key={it.id} />)}
      </ul>
      {mayEdit && risks.length < MOST_RISKS && (
        <AddLine words="Raise a risk" label="What could go wrong" kinds draft={{ path: draftPath(here.issueId, 'risk'), me: here.me }} add={add} />
      )}
      {mayEdit && risks.length >= MOST_RISKS && (
        <p className="quiet">{`There are ${MOST_RISKS} risks, as many as fit here. Remove settled ones to raise another.`}</p>
      )}
    </Section>
  );
}

function Line({ risk, editing, here, by }: RisksProps & { risk: Risk; by: Person | undefined }) {
  const { mayEdit, edit } = editing;
  const name = briefly(risk.text);
  const settle = () =>
    edit(riskSays(risk.id, { settled: !risk.settled }), risk.settled ? `Risk “${name}” reopened` : `Risk “${name}” settled`);
  const deed = risk.settled ? 'Reopen' : 'Settle';
  return (
    <li className={risk.settled ? 'risk settled' : 'risk'}>
      <PickInline label={`Kind of “${name}”`} mayEdit={mayEdit} value={risk.kind} options={KINDS}
        set={(kind) => edit(riskSays(risk.id, { kind }), 'Kind of risk changed')}>
        <Lozenge appearance={risk.settled ? 'neutral' : 'warning'}>{RISK[risk.kind]}</Lozenge>
      </PickInline>
      <div className="risk-text">
        <Words editing={editing} label="Risk" value={risk.text} placeholder="What could go wrong" lines="wrap" required
          says={(text) => riskSays(risk.id, { text })} />
      </div>
      <div className="risk-end">
        {risk.settled && <Lozenge appearance="success">Settled</Lozenge>}
        <StampedBy stamp={risk} here={here} by={by} />
        {mayEdit && (
          <span className="row-actions">
            <Button spacing="compact" aria-label={`${deed} “${name}”`} onClick={settle}>{deed}</Button>
            <IconButton icon={DeleteIcon} label={`Remove “${name}”`}
              run={() => editing.remove(withoutRisk(risk.id), `Risk “${name}” removed`)} />
          </span>
        )}
      </div>
    </li>
  );
}
