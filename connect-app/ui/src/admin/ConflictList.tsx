import type { HostContext } from '../host/bridge';
import { Ago } from '../shell/Ago';
import { Section } from '../shell/Section';
import type { Admin } from './admin';
import { Do } from './Do';
import type { OpenConflict } from './overview';
import { useAction } from './useAction';
import { Values } from './Values';
import { type Answer, answersTo } from './wording';

interface ConflictListProps {
  conflicts: readonly OpenConflict[];
  admin: Admin;
  context: HostContext;
  again: () => void;
}

/** What the two sides could not agree on, each with the answers that a person can give. */
export function ConflictList({ conflicts, ...rest }: ConflictListProps) {
  return (
    <Section title="Conflicts" busy={false}>
      {conflicts.length === 0 && <p className="quiet">No conflict waits for a person.</p>}
      <ul className="cards">{conflicts.map((it) => <Line conflict={it} key={it.id} {...rest} />)}</ul>
    </Section>
  );
}

function Line({ conflict, admin, context, again }: { conflict: OpenConflict } & Omit<ConflictListProps, 'conflicts'>) {
  return (
    <li className="card">
      <Values jira={conflict.jira} linear={conflict.linear} />
      <p>
        Nothing was overwritten: {conflict.why}.{' '}
        {conflict.foundAt !== null && <span className="quiet">Found <Ago then={conflict.foundAt} context={context} />.</span>}
      </p>
      <div className="row">
        {answersTo(conflict).map((answer) => (
          <Give answer={answer} conflict={conflict} admin={admin} again={again} key={answer.words} />
        ))}
      </div>
    </li>
  );
}

function Give({ answer, conflict, admin, again }: { answer: Answer; conflict: OpenConflict; admin: Admin; again: () => void }) {
  const give = useAction(
    () => ('side' in answer ? admin.chooseSide(conflict.link, answer.side) : admin.chooseBudget(conflict.link, answer.budget)),
    again,
  );
  return <Do action={give} label={`${answer.words} for ${conflict.jira.key} and ${conflict.linear.key}`}>{answer.words}</Do>;
}
