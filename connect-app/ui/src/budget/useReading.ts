import { useEffect, useRef, useState } from 'react';
import type { HostBridge } from '../host/bridge';
import { poll, type Polling, watchful } from '../shell/poll';
import { LOADING, read, type Reading } from './reading';

const same = (a: Reading, b: Reading): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Keeps a reading of the issue's budget fresh while the page is visible. `again` asks at once. */
export function useReading(bridge: HostBridge, issueId: string): { reading: Reading; again: () => void } {
  const [reading, show] = useState(LOADING);
  const polling = useRef<Polling>();
  useEffect(() => {
    let last = LOADING;
    const attempt = async () => {
      const next = await read(bridge, issueId, last);
      // The same answer once a second must not draw the panel once a second.
      if (!same(last, next)) show(next);
      last = next;
      return next.misses === 0;
    };
    const started = poll(attempt, watchful);
    const deaf = bridge.onChanged(started.now);
    polling.current = started;
    return () => {
      deaf();
      started.stop();
    };
  }, [bridge, issueId]);
  return { reading, again: () => polling.current?.now() };
}
