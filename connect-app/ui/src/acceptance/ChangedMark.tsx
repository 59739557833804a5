import { useId, useState } from 'react';
import { Ago } from '../shell/Ago';
import { nameOf } from '../shell/people';
import { usePeople } from '../shell/usePeople';
import type { Changed } from './acceptance';
import type { People } from './CriteriaList';

/** That a criterion changed after work began; what it was then, by whom and when it was changed, are shown on demand. */
export function ChangedMark({ changed, ...people }: { changed: Changed } & People) {
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <div className="changed">
      <button type="button" className="changed-mark" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        {changed.was === null ? 'Added after work began' : 'Changed after work began'}
      </button>
      <div id={id} hidden={!open}>{open && <Before changed={changed} {...people} />}</div>
    </div>
  );
}

function Before({ changed: { was, by, at }, bridge, issueId, context }: { changed: Changed } & People) {
  const known = usePeople(bridge, issueId, [by]);
  return (
    <>
      {was !== null && <p className="was" dir="auto"><span className="visually-hidden">It was: </span>{was}</p>}
      <p className="quiet">{nameOf(known.get(by))}, <Ago then={new Date(at)} context={context} /></p>
    </>
  );
}
