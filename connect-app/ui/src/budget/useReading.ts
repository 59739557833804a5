import { useEffect, useRef, useState } from 'react';
import type { HostBridge } from '../host/bridge';
import { poll, type Polling, watchful } from '../shell/poll';
import type { IssueBudget } from './issueBudget';
import { begun, read, type Reading } from './reading';

const same = (a: Reading, b: Reading): boolean => JSON.stringify(a) === JSON.stringify(b);

interface KeptReading {
  readonly reading: Reading;
  /** Asks at once. */
  again(): void;
  /** Takes what a change of ours was answered with; a reading that began before it says nothing any more. */
  take(known: IssueBudget): void;
}

/** Keeps a reading of the issue's budget fresh while the page is visible. */
export function useReading(bridge: HostBridge, issueId: string): KeptReading {
  const [reading, show] = useState(() => begun(bridge, issueId));
  const last = useRef(reading);
  const taken = useRef(0);
  const polling = useRef<Polling>();

  const become = (next: Reading) => {
    // The same answer once a second must not draw the panel once a second.
    if (!same(last.current, next)) show(next);
    last.current = next;
  };
  useEffect(() => {
    become(begun(bridge, issueId));
    const attempt = async () => {
      const began = taken.current;
      const next = await read(bridge, issueId, last.current);
      if (began !== taken.current) return true;
      become(next);
      return next.misses === 0;
    };
    const started = poll(attempt, last.current.known === null ? watchful : { ...watchful, first: watchful.wait(0) });
    const deaf = bridge.onChanged(started.now);
    polling.current = started;
    return () => {
      deaf();
      started.stop();
    };
  }, [bridge, issueId]);
  return {
    reading,
    again: () => polling.current?.now(),
    take: (known) => {
      taken.current += 1;
      become({ known, trouble: null, misses: 0 });
    },
  };
}
