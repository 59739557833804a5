import { useEffect, useRef, useState } from 'react';
import { ApiError } from '../host/bridge';

/** One thing that a person may ask for: whether it is under way, and why it failed the last time. */
export interface Action {
  readonly busy: boolean;
  readonly failed: string | null;
  run(): void;
}

/** A second press while the first is under way does nothing. `done` follows a success. */
export function useAction<T>(task: () => Promise<T>, done: (result: T) => void = () => undefined): Action {
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
    const outcome = await task().then((result) => ({ result }), (failure: unknown) => ({ why: inWords(failure) }));
    if (!shown.current) return;
    setBusy(false);
    if ('why' in outcome) setFailed(outcome.why);
    else done(outcome.result);
  };
  return { busy, failed, run: () => void run() };
}

/** What went wrong, in the backend's own words where it gave some. */
export function inWords(failure: unknown): string {
  if (!(failure instanceof ApiError)) return 'Tandem does not answer. Try again in a moment.';
  const detail = (failure.body as { detail?: unknown } | undefined)?.detail;
  if (typeof detail === 'string' && detail !== '') return detail.slice(0, 500);
  if (failure.status === 401) return 'Your session has ended. Reload the page.';
  if (failure.status === 403) return 'You may not do this here. Ask a project admin.';
  return 'Tandem could not do this. Try again in a moment.';
}
