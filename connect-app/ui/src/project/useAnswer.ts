import { useEffect, useRef, useState } from 'react';
import { ApiError, type HostBridge } from '../host/bridge';
import { Unreadable } from '../shell/parse';
import { type Pace, poll, type Polling } from '../shell/poll';

/** Why the last look brought nothing. */
export type Trouble = 'unreachable' | 'expired' | 'refused' | 'unreadable';

/** What is known: nothing yet (loading), an answer, or an older answer and the present trouble. */
export interface Answer<T> {
  readonly known: T | null;
  readonly trouble: Trouble | null;
  /** True while what is shown answers an older question than the present one. */
  readonly busy: boolean;
  /** Asks at once. */
  again(): void;
}

interface Seen<T> {
  /** The question that `known` answers. */
  readonly path: string;
  readonly known: T | null;
  readonly trouble: Trouble | null;
}

const CALM_MILLIS = 60_000;
const FIRST_RETRY_MILLIS = 5_000;

/** The backend keeps a project's numbers for a minute: asking more often would bring the same. */
const calm: Pace = {
  wait: (failures) => (failures === 0 ? CALM_MILLIS : Math.min(FIRST_RETRY_MILLIS * 2 ** (failures - 1), CALM_MILLIS)),
};

export function troubleOf(failure: unknown): Trouble {
  if (failure instanceof Unreadable) return 'unreadable';
  if (!(failure instanceof ApiError)) return 'unreachable';
  if (failure.status === 401) return 'expired';
  // A project that a person may not see is answered like one that is not there.
  return failure.status === 403 || failure.status === 404 ? 'refused' : 'unreachable';
}

/**
 * Keeps the answer to a GET fresh while the page is visible. When the path changes the old answer stays
 * on show, marked busy, until the new one is there. `parse` must be the same function each time.
 */
export function useAnswer<T>(bridge: HostBridge, path: string, parse: (body: unknown) => T): Answer<T> {
  const [seen, show] = useState<Seen<T>>({ path, known: null, trouble: null });
  const polling = useRef<Polling>();
  useEffect(() => {
    let stopped = false;
    const look = async () => {
      const next = await read(bridge, path, parse);
      if (!stopped) show((before) => after(before, next));
      return next.trouble === null;
    };
    const started = poll(look, calm);
    polling.current = started;
    return () => {
      stopped = true;
      started.stop();
    };
  }, [bridge, path, parse]);
  return { known: seen.known, trouble: seen.trouble, busy: seen.path !== path, again: () => polling.current?.now() };
}

async function read<T>(bridge: HostBridge, path: string, parse: (body: unknown) => T): Promise<Seen<T>> {
  try {
    return { path, known: parse((await bridge.api({ method: 'GET', path })).body), trouble: null };
  } catch (failure) {
    return { path, known: null, trouble: troubleOf(failure) };
  }
}

function after<T>(before: Seen<T>, next: Seen<T>): Seen<T> {
  // Where the right to see it is gone, the old answer goes, too.
  const keeps = next.trouble !== null && next.trouble !== 'refused';
  const seen = keeps && before.known !== null ? { ...before, trouble: next.trouble } : next;
  // The same answer once a minute must not draw the page once a minute.
  return JSON.stringify(before) === JSON.stringify(seen) ? before : seen;
}
