import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { HostBridge } from '../host/bridge';
import type { DocumentKind, Edited } from './document';
import { browserDrafts } from './drafts';
import { stateOf } from './held';
import { keep } from './keep';

/**
 * One stored document, edited optimistically and kept in step with the backend while the component is on
 * the page: read at once, when the host says that something changed, and every 15 s; saved 600 ms after
 * the last edit and when the person leaves; what cannot be saved is kept in this browser and tried again.
 * `kind` is a constant; another path is another document.
 */
export function useDocument<D>(bridge: HostBridge, path: string, kind: DocumentKind<D>): Edited<D> {
  const kept = useMemo(() => keep({ bridge, path, kind, drafts: browserDrafts }), [bridge, path, kind]);
  useEffect(() => kept.start(), [kept]);
  const held = useSyncExternalStore(kept.subscribe, kept.now);
  return useMemo(() => ({
    answer: held.answer,
    document: held.mine,
    state: stateOf(held),
    trouble: held.trouble,
    problem: held.stuck?.problem ?? null,
    conflicts: held.clashes,
    news: held.news,
    canUndo: held.done.length > 0,
    canRedo: held.undone.length > 0,
    edit: kept.edit,
    undo: kept.undo,
    redo: kept.redo,
    retry: kept.retry,
    settle: kept.settle,
  }), [held, kept]);
}
