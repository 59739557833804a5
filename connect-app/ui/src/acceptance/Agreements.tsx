import Button from '@atlaskit/button/default/button';
import { Lozenge } from '../shell/Lozenge';
import { useId } from 'react';
import type { HostBridge, HostContext } from '../host/bridge';
import { Ago } from '../shell/Ago';
import type { PanelAnswer } from '../shell/document';
import { nameOf, type Person } from '../shell/people';
import { usePeople } from '../shell/usePeople';
import { type Acceptance, type Agreement, type Role, ROLES } from './acceptance';
import type { Actions } from './useActions';
import { isOutdated, ROLE } from './wording';

interface AgreementsProps {
  document: Acceptance;
  answer: PanelAnswer;
  actions: Actions;
  context: HostContext;
  bridge: HostBridge;
  issueId: string;
}

/** Who said yes to these criteria for product, engineering and design, and whether they are still these. */
export function Agreements({ document, answer, actions, context, bridge, issueId }: AgreementsProps) {
  const id = useId();
  const yes = ROLES.map((role) => document.agreed[role]?.by ?? '').filter((by) => by !== '');
  const people = usePeople(bridge, issueId, yes);
  if (document.criteria.length === 0 && yes.length === 0) return null;
  return (
    <section className="section" aria-labelledby={id}>
      <h2 className="section-title" id={id}>Agreed by</h2>
      <dl className="agreements">
        {ROLES.map((role) => (
          <div key={role}>
            <dt>{ROLE[role]}</dt>
            <dd>
              <RoleLine
                role={role}
                agreement={document.agreed[role]}
                changedAt={document.criteriaChangedAt}
                mayEdit={answer.mayEdit}
                agree={(agrees) => actions.agree(role, agrees)}
                people={people}
                context={context}
              />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

interface RoleProps {
  role: Role;
  agreement: Agreement | null;
  changedAt: string | null;
  mayEdit: boolean;
  agree: (agrees: boolean) => void;
  people: ReadonlyMap<string, Person>;
  context: HostContext;
}

function RoleLine({ role, agreement, changedAt, mayEdit, agree, people, context }: RoleProps) {
  const as = ROLE[role].toLowerCase();
  if (agreement === null) {
    return mayEdit
      ? <Button spacing="compact" onClick={() => agree(true)}>{`Agree as ${as}`}</Button>
      : <span className="quiet">Nobody yet</span>;
  }
  const outdated = isOutdated(agreement, changedAt);
  return (
    <div className="line">
      <Who agreement={agreement} people={people} context={context} />
      {outdated && <Lozenge appearance="warning">Criteria changed since</Lozenge>}
      {mayEdit && outdated && <Button spacing="compact" onClick={() => agree(true)}>{`Agree again as ${as}`}</Button>}
      {mayEdit && <Button spacing="compact" appearance="subtle" aria-label={`Take back: ${ROLE[role]}`} onClick={() => agree(false)}>Take back</Button>}
    </div>
  );
}

function Who({ agreement: { by, at }, people, context }: { agreement: Agreement; people: RoleProps['people']; context: HostContext }) {
  if (by === undefined || at === undefined) return <span>You, just now</span>;
  return <span>{nameOf(people.get(by))}, <Ago then={new Date(at)} context={context} /></span>;
}
