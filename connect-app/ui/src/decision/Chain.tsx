import type { Decision } from './decision';
import { replacedBy } from './log';
import { titleOf } from './wording';

interface ChainProps {
  of: Decision;
  all: readonly Decision[];
  /** Shows another decision of the issue. */
  open: (id: string) => void;
}

/** What a decision replaced and by which one it was replaced, each a way to go there. */
export function Chain({ of: it, all, open }: ChainProps) {
  const before = replacedBy(it, all);
  const after = all.find(({ id }) => id === it.supersededBy);
  return (
    <>
      {it.supersededBy !== null && (
        <p className="chain">Superseded by {after === undefined ? it.supersededBy : <Way to={after} open={open} />}</p>
      )}
      {before.length > 0 && (
        <p className="chain">
          Supersedes {before.map((old, at) => <span key={old.id}>{at > 0 && ', which superseded '}<Way to={old} open={open} /></span>)}
        </p>
      )}
      {it.supersedes !== '' && before.length === 0 && <p className="chain" dir="auto">Supersedes {it.supersedes}</p>}
    </>
  );
}

function Way({ to, open }: { to: Decision; open: (id: string) => void }) {
  return <button type="button" className="way" onClick={() => open(to.id)}>{titleOf(to)}</button>;
}
