import { Section } from '../shell/Section';
import type { Admin } from './admin';
import { Do } from './Do';
import type { SetAside } from './overview';
import { useAction } from './useAction';
import { sentence } from './wording';

interface QuarantineListProps {
  pairs: readonly SetAside[];
  admin: Admin;
  again: () => void;
}

/** The pairs that were set aside after their attempts were spent. */
export function QuarantineList({ pairs, admin, again }: QuarantineListProps) {
  return (
    <Section title="Quarantine" busy={false}>
      {pairs.length === 0 && <p className="quiet">No pair of issues was set aside.</p>}
      <ul className="cards">{pairs.map((it) => <Line pair={it} admin={admin} again={again} key={it.link} />)}</ul>
    </Section>
  );
}

function Line({ pair, admin, again }: { pair: SetAside; admin: Admin; again: () => void }) {
  const replay = useAction(() => admin.replay(pair.link), again);
  return (
    <li className="card">
      <h3 className="card-title">{pair.jira} <span className="quiet">and</span> {pair.linear}</h3>
      <p>{sentence(pair.why)} The other pairs go on. Mend the reason, then replay this one.</p>
      <Do action={replay} label={`Replay ${pair.jira} and ${pair.linear}`}>Replay</Do>
    </li>
  );
}
