import { Section } from '../shell/Section';
import type { Admin } from './admin';
import { Do } from './Do';
import type { Dispute } from './overview';
import { useAction } from './useAction';
import { waysOut } from './wording';

interface DisputeListProps {
  disputes: readonly Dispute[];
  admin: Admin;
  again: () => void;
}

/** Decisions that the two sides could not agree on, part by part, with the answers that a person can give. */
export function DisputeList({ disputes, ...rest }: DisputeListProps) {
  return (
    <Section title="Decisions in conflict" busy={false}>
      {disputes.length === 0 && <p className="quiet">No decision waits for a person.</p>}
      <ul className="cards">{disputes.map((it) => <Line dispute={it} key={it.id} {...rest} />)}</ul>
    </Section>
  );
}

function Line({ dispute, admin, again }: { dispute: Dispute } & Omit<DisputeListProps, 'disputes'>) {
  const { decision, part, jira, linear, why, note } = dispute;
  return (
    <li className="card">
      <h3 className="card-title">{decision}<span className="quiet">{part === '' ? ' as a whole' : `, ${part}`}</span></h3>
      <dl className="values">
        <dt>{jira} <span className="quiet">in Jira</span></dt>
        <dd className="text">{dispute.inJira === '' ? <span className="quiet">nothing</span> : dispute.inJira}</dd>
        <dt>{linear} <span className="quiet">in Linear</span></dt>
        <dd className="text">{dispute.inLinear === '' ? <span className="quiet">nothing</span> : dispute.inLinear}</dd>
      </dl>
      <p>Nothing was overwritten: {why}. {note}</p>
      <Ways dispute={dispute} admin={admin} again={again} />
    </li>
  );
}

function Ways({ dispute, admin, again }: { dispute: Dispute; admin: Admin; again: () => void }) {
  const { link, decision, jira, linear } = dispute;
  const keepJira = useAction(() => admin.chooseDecision(link, decision, 'jira'), again);
  const keepLinear = useAction(() => admin.chooseDecision(link, decision, 'linear'), again);
  const retry = useAction(() => admin.retryDecision(link, decision), again);
  const about = `of ${decision} for ${jira} and ${linear}`;
  switch (waysOut(dispute)) {
    case 'mend':
      return <p className="quiet">Mend or delete it where it cannot be read; Tandem notices by itself.</p>;
    case 'retry':
      return <Do action={retry} label={`Try again ${about}`}>Try again</Do>;
    case 'choose':
      return (
        <div className="row">
          <Do action={keepJira} label={`Keep Jira’s version ${about}`}>Keep Jira’s version</Do>
          <Do action={keepLinear} label={`Keep Linear’s version ${about}`}>Keep Linear’s version</Do>
          <span className="quiet">The whole decision becomes as that side has it.</span>
        </div>
      );
  }
}
