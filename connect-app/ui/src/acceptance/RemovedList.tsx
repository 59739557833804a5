import { useId, useState } from 'react';
import { Ago } from '../shell/Ago';
import { nameOf } from '../shell/people';
import { usePeople } from '../shell/usePeople';
import type { Removed } from './acceptance';
import type { People } from './CriteriaList';

/** What was taken away after work began, on demand. */
export function RemovedList({ removed, ...people }: { removed: readonly Removed[] } & People) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const words = removed.length === 1 ? 'One criterion was removed after work began' : `${removed.length} criteria were removed after work began`;
  return (
    <div className="removed">
      <button type="button" className="changed-mark" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>{words}</button>
      <div id={id} hidden={!open}>{open && <Lines removed={removed} {...people} />}</div>
    </div>
  );
}

function Lines({ removed, bridge, issueId, context }: { removed: readonly Removed[] } & People) {
  const known = usePeople(bridge, issueId, removed.map((it) => it.by));
  return (
    <ul className="removed-list">
      {removed.map(({ text, by, at }, index) => (
        <li key={index}>
          <span className="was" dir="auto">{text}</span>{' '}
          <span className="quiet">{nameOf(known.get(by))}, <Ago then={new Date(at)} context={context} /></span>
        </li>
      ))}
    </ul>
  );
}
