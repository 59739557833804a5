import { type ReactNode, useEffect, useRef, useState } from 'react';
import Button from '@atlaskit/button/default/button';
import type { Decision } from './decision';
import type { DecisionLog } from './useDecisions';
import { listed } from './wording';

const GONE_OR_CHANGED = 'Somebody changed this decision meanwhile, so it is not deleted. Look at what it says now first.';

/**
 * Deletes at once, since a flag offers to undo it. Asks first only where the undo could not bring all of it back:
 * sections that are kept and not shown are not sent to this page.
 */
export function Removal({ of: it, log, cancel }: { of: Decision; log: DecisionLog; cancel: () => void }) {
  const [failed, setFailed] = useState<string | null>(null);
  const [agreed, setAgreed] = useState(it.more.length === 0);

  const begun = useRef(false);

  useEffect(() => {
    // Once for a yes, not once for each drawing.
    if (!agreed || begun.current) return;
    begun.current = true;
    void log.remove(it).then((outcome) => {
      if (outcome.kind === 'failed') setFailed(outcome.why);
      if (outcome.kind === 'clash') setFailed(GONE_OR_CHANGED);
    });
  }, [agreed]);

  if (failed !== null) return <Question words={failed} again="Back" run={cancel} />;
  if (agreed) return <p className="quiet" role="status">Deleting…</p>;
  return (
    <Question words={`Undo brings back what is shown here, but not ${listed(it.more)}.`} again="Keep it" run={cancel}>
      <Button spacing="compact" appearance="danger" onClick={() => setAgreed(true)}>Delete all the same</Button>
    </Question>
  );
}

function Question({ words, again, run, children }: { words: string; again: string; run: () => void; children?: ReactNode }) {
  return (
    <div className="question" role="alert">
      <p>{words}</p>
      <div className="actions">
        {children}
        <Button spacing="compact" autoFocus onClick={run}>{again}</Button>
      </div>
    </div>
  );
}
