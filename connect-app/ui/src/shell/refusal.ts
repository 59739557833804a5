import { ApiError } from '../host/bridge';
import type { Stuck } from './held';
import { anyText, Unreadable } from './parse';
import { isFields } from './json';

const SICK: Stuck = { state: 'failed', problem: null };

/** The server's own words for why it refuses: the `detail` of its problem document (RFC 9457), or else its title. */
export function detailOf(body: unknown): string | null {
  if (!isFields(body)) return null;
  const words = [body['detail'], body['title']].find((it) => typeof it === 'string' && it !== '');
  return words === undefined ? null : anyText(words, 'detail');
}

/** Whether a failed save is tried again by itself or waits for the person, and in which words. */
export function stuckBy(failure: unknown): Stuck {
  if (failure instanceof Unreadable) return { state: 'refused', problem: 'Tandem answered in a form that this page does not know. Reload the page.' };
  if (!(failure instanceof ApiError)) return { state: 'offline', problem: null };
  if (failure.status === 401) return { state: 'expired', problem: null };
  // 412 with nothing to merge, 408 and 429 pass by themselves; so do the server's own faults.
  if (failure.status >= 500 || [408, 412, 429].includes(failure.status)) return SICK;
  return { state: 'refused', problem: detailOf(failure.body) ?? `Tandem refused it (HTTP ${failure.status}).` };
}

export const FORBIDDEN = 'You may look at this, not edit it. What you wrote was not saved; it is kept in this browser until you may.';
