import { ApiError } from '../host/bridge';
import { Unreadable } from './parse';

/** Why the last attempt to read brought nothing. */
export type Trouble = 'unreachable' | 'expired' | 'refused' | 'unreadable';

export function troubleOf(failure: unknown): Trouble {
  if (failure instanceof Unreadable) return 'unreadable';
  if (!(failure instanceof ApiError)) return 'unreachable';
  if (failure.status === 401) return 'expired';
  return failure.status === 403 || failure.status === 404 ? 'refused' : 'unreachable';
}

interface TroubleWords {
  readonly title: string;
  readonly meaning: string;
  /** Said under what is still on show. */
  readonly stale: string;
  readonly canRetry: boolean;
}

export const TROUBLE: Record<Trouble, TroubleWords> = {
  unreachable: {
    title: 'This could not be loaded',
    meaning: 'Tandem does not answer. What is stored is as it was. The panel keeps trying by itself.',
    stale: 'This may be out of date: Tandem does not answer. The panel keeps trying by itself.',
    canRetry: true,
  },
  expired: {
    title: 'Your session has ended',
    meaning: 'Jira no longer vouches for this page, so Tandem shows nothing. Reload the page to go on.',
    stale: 'This may be out of date: your session has ended. Reload the page to go on.',
    canRetry: true,
  },
  refused: {
    title: 'This is not shown to you',
    meaning: 'Tandem shows an issue or a project only to people who may see it in Jira. Ask a Jira admin if you should see this one.',
    stale: '',
    canRetry: false,
  },
  unreadable: {
    title: 'This could not be read',
    meaning: 'Tandem answered in a form that this page does not know, probably because it was just updated. Reload the page.',
    stale: 'This may be out of date: Tandem was probably just updated. Reload the page.',
    canRetry: false,
  },
};
