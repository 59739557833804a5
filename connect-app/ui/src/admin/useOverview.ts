import { useEffect, useRef, useState } from 'react';
import { ApiError } from '../host/bridge';
import { type Pace, poll, type Polling } from '../shell/poll';
import { Unreadable } from '../shell/parse';
import type { Admin } from './admin';
import { isUnderWay } from './backfill';
import type { Overview } from './overview';

/** Why the last look brought nothing. */
export type Trouble = 'unreachable' | 'expired' | 'refused' | 'unreadable';

/** What the page knows: nothing yet (loading), an answer, or an older answer and the present trouble. */
export interface Looked {
  readonly known: Overview | null;
  readonly trouble: Trouble | null;
}

const LOADING: Looked = { known: null, trouble: null };
const CALM_MILLIS = 5_000;
const BUSY_MILLIS = 1_000;
const LONGEST_MILLIS = 30_000;

function troubleOf(failure: unknown): Trouble {
  if (failure instanceof Unreadable) return 'unreadable';
  if (!(failure instanceof ApiError)) return 'unreachable';
  if (failure.status === 401) return 'expired';
  return failure.status === 403 ? 'refused' : 'unreachable';
}

const after = (failure: unknown, before: Looked): Looked => {
  const trouble = troubleOf(failure);
  return { known: trouble === 'refused' ? null : before.known, trouble };
};

/** Every second while something is under way, else every five; slower while nobody answers. */
const paceOf = (last: () => Looked): Pace => ({
  wait: (failures) => {
    const busy = last().known?.mappings.some((it) => isUnderWay(it.backfill)) ?? false;
    return Math.min((busy ? BUSY_MILLIS : CALM_MILLIS) * 2 ** failures, LONGEST_MILLIS);
  },
});

/** Keeps the overview fresh while the page is visible. `again` asks at once. */
export function useOverview(admin: Admin): Looked & { again: () => void } {
  const [looked, show] = useState(LOADING);
  const polling = useRef<Polling>();
  useEffect(() => {
    let last = LOADING;
    let stopped = false;
    const look = async () => {
      const next = await admin.overview().then((known) => ({ known, trouble: null }), (failure: unknown) => after(failure, last));
      if (!stopped && JSON.stringify(next) !== JSON.stringify(last)) show(next);
      last = next;
      return next.trouble === null;
    };
    const started = poll(look, paceOf(() => last));
    polling.current = started;
    return () => {
      stopped = true;
      started.stop();
    };
  }, [admin]);
  return { ...looked, again: () => polling.current?.now() };
}
