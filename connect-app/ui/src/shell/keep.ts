import { ApiError, type HostBridge } from '../host/bridge';
import { type Answered, answered, current } from './answer';
import type { Change, DocumentKind, Edited } from './document';
import type { Drafts } from './drafts';
import * as held from './held';
import type { Held } from './held';
import { poll, type Polling } from './poll';
import { FORBIDDEN, stuckBy } from './refusal';
import { troubleOf } from './trouble';

/** Where a document is, and who keeps what is not stored yet. */
export interface Place<D> {
  readonly bridge: HostBridge;
  readonly path: string;
  readonly kind: DocumentKind<D>;
  readonly drafts: Drafts;
}

/** One document, kept in step with the backend between {@link start} and its end. */
export interface Kept<D> extends Pick<Edited<D>, 'edit' | 'undo' | 'redo' | 'retry' | 'settle'> {
  now(): Held<D>;
  /** Calls back after each change. Gives the way to stop. */
  subscribe(callback: () => void): () => void;
  /** Reads and saves from now on. Gives the way to stop; what is unsaved then is sent a last time, and is in the drafts. */
  start(): () => void;
}

const QUIET_MILLIS = 600;
const READ_EVERY_MILLIS = 15_000;
/** A backend of several nodes may answer so long with what our own save replaced. */
const ECHO_MILLIS = 20_000;
const OVERTAKEN_AT_ONCE = 3;
const NO_EDIT = 0;

/** 2, 4, 8, 16 and at most 30 seconds. */
export const backoff = (failures: number): number => Math.min(1_000 * 2 ** failures, 30_000);

const isSame = <D>(a: Held<D>, b: Held<D>): boolean =>
  a === b || (Object.keys(a) as (keyof Held<D>)[]).every((key) => a[key] === b[key]);

export function keep<D>({ bridge, path, kind, drafts }: Place<D>): Kept<D> {
  let state: Held<D> = begin();
  const listeners = new Set<() => void>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let reading: Polling | undefined;
  /** Changes when a save begins and when it ends: a reading from before says nothing of after. */
  let saves = 0;
  let stopped = true;
  let replaced = { etag: '', at: 0 };

  /** What the page brought along. What cannot be understood of it is asked for again, and complained of then. */
  function begin(): Held<D> {
    try {
      const known = bridge.known?.(path);
      return known === undefined ? held.NOTHING : withDraft(held.NOTHING, answered(known, kind));
    } catch {
      return held.NOTHING;
    }
  }

  /** What was read, and on it what is not stored yet, if nothing was read before. */
  function withDraft(before: Held<D>, found: Answered<D>): Held<D> {
    const draft = before.base === null ? drafts.find(path, found.answer.me, kind) : null;
    const next = held.read(before, found);
    return draft === null ? next : held.restored(next, draft);
  }

  function become(next: Held<D>): void {
    if (isSame(next, state)) return;
    const before = state;
    state = next;
    if (next.mine !== before.mine || next.base !== before.base || next.clashes !== before.clashes) keepDraft(next);
    listeners.forEach((it) => it());
  }

  function keepDraft({ base, mine, clashes, answer }: Held<D>): void {
    if (base === null || mine === null || answer === null) return;
    if (held.isDirty(state) || clashes.length > 0) drafts.keep(path, answer.me, { base, mine, clashes });
    else if (answer.mayEdit) drafts.drop(path, answer.me);
  }

  const isEcho = (etag: string): boolean => etag === replaced.etag && Date.now() - replaced.at < ECHO_MILLIS;

  async function look(): Promise<boolean> {
    const began = saves;
    try {
      const found = answered(await bridge.api({ method: 'GET', path }), kind);
      if (began !== saves || state.sent !== null || isEcho(found.etag)) return true;
      become(withDraft(state, found));
      // Whoever can be read from can probably be written to again.
      if (held.isDirty(state) && state.stuck?.state !== 'failed') plan(QUIET_MILLIS);
      return true;
    } catch (failure) {
      if (began === saves) become(held.unread(state, troubleOf(failure)));
      return false;
    }
  }

  const plan = (millis: number): void => {
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(() => void save(), millis);
  };

  /** Then only a person can go on. */
  const isRefused = (): boolean => state.stuck?.state === 'refused';

  async function save(): Promise<void> {
    clearTimeout(timer);
    if (state.sent !== null || !held.isDirty(state) || !held.mayEdit(state) || isRefused()) return;
    const ifMatch = state.etag;
    saves++;
    become(held.sending(state));
    try {
      const stored = answered(await bridge.api({ method: 'PUT', path, body: state.sent, ifMatch }), kind);
      if (stored.etag !== ifMatch) replaced = { etag: ifMatch, at: Date.now() };
      become(held.saved(state, stored));
    } catch (failure) {
      become(after(failure));
    }
    saves++;
    if (held.isDirty(state) && !isRefused()) plan(state.attempts === 0 ? 0 : wait());
  }

  const wait = (): number =>
    state.stuck === null && state.attempts <= OVERTAKEN_AT_ONCE ? 0 : backoff(state.attempts);

  function after(failure: unknown): Held<D> {
    try {
      const theirs = current(failure, kind);
      if (theirs !== null) return held.overtaken(state, theirs);
    } catch (unreadable) {
      return held.notSaved(state, stuckBy(unreadable));
    }
    if (failure instanceof ApiError && failure.status === 403) return held.readOnly(state, FORBIDDEN);
    return held.notSaved(state, stuckBy(failure));
  }

  /** At once where a person leaves or the network is back; what waits for a sick server is not hurried by a mere edit. */
  const hurry = (): void => void save();
  const hurryHidden = (): void => { if (document.hidden) hurry(); };

  function changed(next: Held<D>): number {
    const before = state.news.nr;
    become(next);
    if (held.isDirty(state) && (state.stuck === null || isRefused())) plan(QUIET_MILLIS);
    return state.news.nr === before ? NO_EDIT : state.news.nr;
  }

  function start(): () => void {
    stopped = false;
    keepDraft(state);
    reading = poll(look, {
      wait: (failures) => (failures === 0 ? READ_EVERY_MILLIS : backoff(failures)),
      ...(state.answer === null ? {} : { first: READ_EVERY_MILLIS }),
    });
    if (held.isDirty(state)) plan(QUIET_MILLIS);
    const deaf = bridge.onChanged(reading.now);
    const stop = new AbortController();
    const { signal } = stop;
    window.addEventListener('blur', hurry, { signal });
    window.addEventListener('online', hurry, { signal });
    window.addEventListener('pagehide', hurry, { signal });
    document.addEventListener('visibilitychange', hurryHidden, { signal });
    return () => {
      stopped = true;
      deaf();
      stop.abort();
      reading?.stop();
      hurry();
      clearTimeout(timer);
    };
  }

  return {
    now: () => state,
    subscribe: (callback) => {
      listeners.add(callback);
      return () => void listeners.delete(callback);
    },
    start,
    edit: (change: Change<D>, label: string, began?: Change<D>) => changed(held.edited(state, change, label, began)),
    undo: (edit) => void changed(held.undone(state, edit)),
    redo: () => void changed(held.redone(state)),
    settle: (clash, which) => void changed(held.settled(state, clash, which)),
    retry: () => {
      become(held.released(state));
      hurry();
      reading?.now();
    },
  };
}
