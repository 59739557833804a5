import { ApiError, type HostBridge } from '../host/bridge';
import { Unreadable } from '../shell/parse';
import { type IssueBudget, issueBudget } from './issueBudget';

/** Why the last attempt to read brought nothing. */
export type Trouble = 'unreachable' | 'expired' | 'refused' | 'unreadable';

/** What the panel knows: nothing yet (loading), an answer, or an older answer and the present trouble. */
export interface Reading {
  readonly known: IssueBudget | null;
  readonly trouble: Trouble | null;
  /** Attempts without an answer, in a row. */
  readonly misses: number;
}

const LOADING: Reading = { known: null, trouble: null, misses: 0 };

const pathOf = (issueId: string): string => `/api/panel/issues/${encodeURIComponent(issueId)}/budget`;

/** What the page brought along. What cannot be understood of it is asked for again, and complained of then. */
export function begun(bridge: HostBridge, issueId: string): Reading {
  const answer = bridge.known?.(pathOf(issueId));
  try {
    return answer === undefined ? LOADING : { known: issueBudget(answer.body), trouble: null, misses: 0 };
  } catch {
    return LOADING;
  }
}

/** Reads once. Never throws: what goes wrong is in the reading. */
export async function read(bridge: HostBridge, issueId: string, before: Reading): Promise<Reading> {
  try {
    const answer = await bridge.api({ method: 'GET', path: pathOf(issueId) });
    return { known: issueBudget(answer.body), trouble: null, misses: 0 };
  } catch (failure) {
    return missed(troubleOf(failure), before);
  }
}

/**
 * What was known stays on show through trouble, but not where the right to see it is gone. A single
 * attempt that found nobody, among many that did, is not worth a word.
 */
function missed(trouble: Trouble, before: Reading): Reading {
  const known = trouble === 'refused' ? null : before.known;
  const misses = before.misses + 1;
  const hiccup = trouble === 'unreachable' && known !== null && misses === 1;
  return { known, trouble: hiccup ? null : trouble, misses };
}

function troubleOf(failure: unknown): Trouble {
  if (failure instanceof Unreadable) return 'unreadable';
  if (!(failure instanceof ApiError)) return 'unreachable';
  if (failure.status === 401) return 'expired';
  return failure.status === 403 || failure.status === 404 ? 'refused' : 'unreachable';
}
