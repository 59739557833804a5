import { Section } from '../shell/Section';
import type { Admin } from './admin';
import { Do } from './Do';
import type { Hold } from './overview';
import { useAction } from './useAction';
import { holdWords, sentence } from './wording';

interface HoldListProps {
  holds: readonly Hold[];
  admin: Admin;
  again: () => void;
}

/** Deletions that wait for a person's yes; not shown where there is none, which is nearly always. */
export function HoldList({ holds, admin, again }: HoldListProps) {
  if (holds.length === 0) return null;
  return (
    <Section title="Deletions that wait for you" busy={false}>
      <ul className="cards">{holds.map((it) => <Line hold={it} admin={admin} again={again} key={it.id} />)}</ul>
    </Section>
  );
}

function Line({ hold, admin, again }: { hold: Hold; admin: Admin; again: () => void }) {
  const apply = useAction(() => admin.answerHold(hold.id, 'apply'), again);
  const dismiss = useAction(() => admin.answerHold(hold.id, 'dismiss'), again);
  const pair = `for ${hold.jira} and ${hold.linear}`;
  return (
    <li className="card">
      <h3 className="card-title">{hold.jira} <span className="quiet">and</span> {hold.linear}</h3>
      <p>{holdWords(hold)} <span className="quiet">{sentence(hold.why)}</span></p>
      <div className="row">
        <Do action={dismiss} label={`Put back what is gone ${pair}`}>Put back what is gone</Do>
        <Do action={apply} label={`Delete it on the other side too ${pair}`}>Delete it on the other side too</Do>
      </div>
    </li>
  );
}
