import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, vi } from 'vitest';
import type { ApiResponse } from '../src/host/bridge';
import type { DocumentKind } from '../src/shell/document';
import { fields, list, Unreadable } from '../src/shell/parse';
import { useDocument } from '../src/shell/useDocument';
import { hostOf, type DocumentBackend } from './documents';

export interface Note { readonly id: string; readonly text: string }
export interface Notes { readonly v: 1; readonly title: string; readonly owner: string; readonly notes: readonly Note[] }

export const NOTES: DocumentKind<Notes> = {
  empty: { v: 1, title: '', owner: '', notes: [] },
  parse: (value) => {
    const given = fields(value, 'document');
    if (given['v'] !== 1) throw new Unreadable('v');
    const note = (it: unknown) => it as Note;
    return { ...(given as object), v: 1, title: String(given['title']), owner: String(given['owner'] ?? ''), notes: list(given['notes'], note, 'notes') } as Notes;
  },
};
export const PATH = '/api/panel/issues/10001/notes';
export const FIRST: Notes = { v: 1, title: 'one', owner: 'ada', notes: [{ id: 'n1', text: 'first' }, { id: 'n2', text: 'second' }] };

export const titled = (title: string) => (it: Notes): Notes => ({ ...it, title });
export const owned = (owner: string) => (it: Notes): Notes => ({ ...it, owner });
export const noted = (id: string, words: string) => (it: Notes): Notes =>
  ({ ...it, notes: it.notes.map((note) => (note.id === id ? { ...note, text: words } : note)) });
export const added = (id: string) => (it: Notes): Notes => ({ ...it, notes: [...it.notes, { id, text: id }] });
export const without = (id: string) => (it: Notes): Notes => ({ ...it, notes: it.notes.filter((note) => note.id !== id) });

/** Time passes by `passes` only, in the file that calls this; nothing is left for the next test. */
export function holdTime(): void {
  beforeEach(() => vi.useFakeTimers({ now: new Date('2026-11-20T12:00:00Z') }));
  afterEach(() => {
    cleanup();
    vi.useRealTimers();
    localStorage.clear();
    show(false);
  });
}

export const passes = (millis: number) => act(() => vi.advanceTimersByTimeAsync(millis));

export function show(hidden: boolean): void {
  Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });
}

/** Opens the document as a page does, which may bring an answer along. */
export async function opened(backend: DocumentBackend, brought?: ApiResponse) {
  const host = { ...hostOf(backend), known: (path: string) => (path === PATH ? brought : undefined) };
  const { result, unmount } = renderHook(() => useDocument(host, PATH, NOTES));
  await passes(0);
  const edit = (change: (it: Notes) => Notes, label = 'Changed', began?: (it: Notes) => Notes): number => {
    let nr = 0;
    act(() => { nr = result.current.edit(change, label, began); });
    return nr;
  };
  return { host, now: () => result.current, edit, unmount };
}

export const puts = (backend: DocumentBackend) => backend.asked.filter((it) => it.method === 'PUT');
export const gets = (backend: DocumentBackend) => backend.asked.filter((it) => it.method === 'GET');
export const stored = (backend: DocumentBackend) => backend.document as Notes;
