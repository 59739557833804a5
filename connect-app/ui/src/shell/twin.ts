import { type Fields, instant, oneOf, text, textOrNull, webAddress } from './parse';

/** The issue in Linear, and how it stands to this one. */
export interface Twin {
  readonly key: string;
  /** Absent when the answer holds no web address: such a twin is named, not linked. */
  readonly url: string | null;
  readonly state: TwinState;
  /** When both sides last agreed, or null if they never did. */
  readonly since: Date | null;
  /** For people; null when there is nothing to add. */
  readonly why: string | null;
}

export type TwinState = 'agrees' | 'waiting' | 'conflict' | 'paused';

const STATES: readonly TwinState[] = ['agrees', 'waiting', 'conflict', 'paused'];

/** @throws Unreadable, naming the field. */
export const twin = (given: Fields): Twin => ({
  key: text(given['key'], 'key'),
  url: webAddress(given['url']),
  state: oneOf(STATES, given['state'], 'state'),
  since: instant(given['since'], 'since'),
  why: textOrNull(given['why'], 'why'),
});

interface StateWords {
  /** For the lozenge: two or three words. */
  readonly short: string;
  readonly appearance: 'success' | 'information' | 'warning' | 'neutral';
  /** Stands before "5 minutes ago". */
  readonly since: string;
  /** What it means and what to do, where the backend gives no better reason. */
  readonly meaning: string | null;
}

export const TWIN: Record<TwinState, StateWords> = {
  agrees: { short: 'In sync', appearance: 'success', since: 'agreed', meaning: null },
  waiting: {
    short: 'Catching up',
    appearance: 'information',
    since: 'last agreed',
    meaning: 'A change is on its way from one side to the other. There is nothing to do.',
  },
  conflict: {
    short: 'Different',
    appearance: 'warning',
    since: 'last agreed',
    meaning:
      'Both sides were changed at the same time, and nothing was overwritten. '
      + 'Set the value that you mean in Jira or in Linear.',
  },
  paused: {
    short: 'Paused',
    appearance: 'neutral',
    since: 'last agreed',
    meaning: 'Changes are kept, and are mirrored when a Jira admin resumes the connection to Linear.',
  },
};
