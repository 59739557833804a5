import { useEffect, useRef, useState } from 'react';
import { inWords } from './admin';

/** One thing that a person may ask for: whether it is under way, and why it failed the last time. */
export interface Action {
  readonly busy: boolean;
  readonly failed: string | null;
  run(): void;
}

/** `done` follows a success. A second press while the first is under way does nothing. */
export function useAction(task: () => Promise<unknown>, done: () => void): Action {
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<string | null>(null);
  const shown = useRef(true);
  useEffect(() => {
    shown.current = true;
    return () => { shown.current = false; };
  }, []);

  const run = async () => {
    if (busy) return;
    setBusy(true);
    setFailed(null);
    const why = await task().then(() => null, inWords);
    if (!shown.current) return;
    setBusy(false);
    setFailed(why);
    if (why === null) done();
  };
  return { busy, failed, run: () => void run() };
}
