import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiError, Unreachable } from '../src/host/bridge';
import type { DocumentKind } from '../src/shell/document';
import { fields, list, Unreadable } from '../src/shell/parse';
import { useDocument } from '../src/shell/useDocument';
import { documentBackend, hostOf, type DocumentBackend } from './documents';

interface Note { readonly id: string; readonly text: string }
interface Notes { readonly v: 1; readonly title: string; readonly owner: string; readonly notes: readonly Note[] }

const NOTES: DocumentKind<Notes> = {
  empty: { v: 1, title: '', owner: '', notes: [] },
  parse: (value) => {
    const given = fields(value, 'document');
    if (given['v'] !== 1) throw new Unreadable('v');
    const note = (it: unknown) => it as Note;
    return { ...(given as object), v: 1, title: String(given['title']), owner: String(given['owner'] ?? ''), notes: list(given['notes'], note, 'notes') } as Notes;
  },
};
const PATH = '/api/panel/issues/10001/notes';
const FIRST: Notes = { v: 1, title: 'one', owner: 'ada', notes: [{ id: 'n1', text: 'first' }, { id: 'n2', text: 'second' }] };

const titled = (title: string) => (it: Notes): Notes => ({ ...it, title });
const owned = (owner: string) => (it: Notes): Notes => ({ ...it, owner });
const noted = (id: string, words: string) => (it: Notes): Notes =>
  ({ ...it, notes: it.notes.map((note) => (note.id === id ? { ...note, text: words } : note)) });
const added = (id: string) => (it: Notes): Notes => ({ ...it, notes: [...it.notes, { id, text: id }] });
const without = (id: string) => (it: Notes): Notes => ({ ...it, notes: it.notes.filter((note) => note.id !== id) });

beforeEach(() => vi.useFakeTimers({ now: new Date('2026-11-20T12:00:00Z') }));
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  localStorage.clear();
  show(false);
});

const passes = (millis: number) => act(() => vi.advanceTimersByTimeAsync(millis));

function show(hidden: boolean): void {
  Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });
}

async function opened(backend: DocumentBackend) {
  const host = hostOf(backend);
  const { result, unmount } = renderHook(() => useDocument(host, PATH, NOTES));
  await passes(0);
  const edit = (change: (it: Notes) => Notes, label = 'Changed', began?: (it: Notes) => Notes): number => {
    let nr = 0;
    act(() => { nr = result.current.edit(change, label, began); });
    return nr;
  };
  return { host, now: () => result.current, edit, unmount };
}

const puts = (backend: DocumentBackend) => backend.asked.filter((it) => it.method === 'PUT');
const gets = (backend: DocumentBackend) => backend.asked.filter((it) => it.method === 'GET');
const stored = (backend: DocumentBackend) => backend.document as Notes;

describe('a document that is read', () => {
  it('is not there while loading, and then is', async () => {
    const backend = documentBackend(FIRST);
    let open = () => {};
    backend.gate = new Promise((resolve) => { open = resolve; });
    const { now } = await opened(backend);
    expect([now().document, now().state, now().trouble]).toEqual([null, 'saved', null]);
    open();
    await passes(0);
    expect(now().document).toEqual(FIRST);
    expect(now().answer?.issue.key).toBe('SHOP-1');
  });

  it('is the empty one where nothing is stored yet', async () => {
    expect((await opened(documentBackend(null))).now().document).toEqual(NOTES.empty);
  });

  it('is read again every 15 seconds, and at once when the host says that something changed', async () => {
    const backend = documentBackend(FIRST);
    const { host, now } = await opened(backend);
    await passes(14_900);
    expect(gets(backend)).toHaveLength(1);
    await passes(100);
    expect(gets(backend)).toHaveLength(2);
    backend.meanwhile(titled('two')(FIRST));
    host.change();
    await passes(0);
    expect(now().document?.title).toBe('two');
  });

  it('stays the same object where nothing changed, in all its parts', async () => {
    const backend = documentBackend(FIRST);
    const { now } = await opened(backend);
    const before = now();
    await passes(15_000);
    expect(now()).toBe(before);
    const note = now().document!.notes[1];
    backend.meanwhile(noted('n1', 'new')(FIRST));
    await passes(15_000);
    expect(now().document!.notes[1]).toBe(note);
  });

  it('is not read while nobody looks', async () => {
    const backend = documentBackend(FIRST);
    await opened(backend);
    show(true);
    await passes(60_000);
    expect(gets(backend)).toHaveLength(1);
  });

  it.each([
    [new ApiError(403, {}), 'refused'], [new ApiError(401, {}), 'expired'],
    [new ApiError(503, {}), 'unreachable'], [new Unreachable('no network'), 'unreachable'],
  ])('says why it is not there: %s', async (failure, trouble) => {
    const backend = documentBackend(FIRST);
    backend.down = failure;
    const { now } = await opened(backend);
    expect([now().document, now().trouble]).toEqual([null, trouble]);
    backend.down = null;
    await passes(2_000);
    expect([now().document, now().trouble]).toEqual([FIRST, null]);
  });

  it('keeps what it knew on show through an outage, and has a word for it from the second miss on', async () => {
    const backend = documentBackend(FIRST);
    const { now } = await opened(backend);
    backend.down = new Unreachable('no network');
    await passes(15_000);
    expect(now().trouble).toBeNull();
    await passes(2_000);
    expect([now().document, now().trouble]).toEqual([FIRST, 'unreachable']);
  });

  it('takes down what may no longer be seen', async () => {
    const backend = documentBackend(FIRST);
    const { now } = await opened(backend);
    backend.down = new ApiError(403, {});
    await passes(15_000);
    expect([now().document, now().trouble]).toEqual([null, 'refused']);
  });

  it('is not drawn where what is stored cannot be read, and then nothing is saved', async () => {
    const backend = documentBackend(FIRST, { unreadable: 'It is of version 7.' });
    const { now, edit } = await opened(backend);
    expect([now().document, now().answer?.unreadable]).toEqual([null, 'It is of version 7.']);
    expect(edit(titled('x'))).toBe(0);
    await passes(2_000);
    expect(puts(backend)).toEqual([]);
  });

  it('has a word for a form that this page does not know', async () => {
    const { now } = await opened(documentBackend({ v: 7 }));
    expect([now().document, now().trouble]).toEqual([null, 'unreadable']);
  });
});

describe('a document that is edited', () => {
  it('shows an edit at once and saves it 600 ms later, on the version that was read', async () => {
    const backend = documentBackend(FIRST);
    const { now, edit } = await opened(backend);
    edit(titled('two'));
    expect([now().document?.title, now().state]).toEqual(['two', 'saving']);
    await passes(599);
    expect(puts(backend)).toEqual([]);
    await passes(1);
    expect(puts(backend)).toEqual([{ method: 'PUT', path: PATH, body: { ...FIRST, title: 'two' }, ifMatch: '"1"' }]);
    expect([stored(backend).title, now().state]).toEqual(['two', 'saved']);
  });

  it('saves several edits in one, after the last of them', async () => {
    const backend = documentBackend(FIRST);
    const { edit } = await opened(backend);
    edit(titled('two'));
    await passes(500);
    edit(owned('ben'));
    await passes(500);
    expect(puts(backend)).toEqual([]);
    await passes(100);
    expect(puts(backend).map((it) => it.body)).toEqual([{ ...FIRST, title: 'two', owner: 'ben' }]);
  });

  it.each([
    ['the window loses the focus', () => window.dispatchEvent(new Event('blur'))],
    ['the page goes away', () => window.dispatchEvent(new Event('pagehide'))],
    ['the page is hidden', () => { show(true); document.dispatchEvent(new Event('visibilitychange')); }],
  ])('saves at once when %s', async (_, leave) => {
    const backend = documentBackend(FIRST);
    const { edit } = await opened(backend);
    edit(titled('two'));
    leave();
    await passes(0);
    expect(puts(backend)).toHaveLength(1);
  });

  it('saves one at a time: what is edited meanwhile goes with the next', async () => {
    const backend = documentBackend(FIRST);
    const { now, edit } = await opened(backend);
    edit(titled('two'));
    let answer = () => {};
    backend.gate = new Promise((resolve) => { answer = resolve; });
    await passes(600);
    edit(owned('ben'));
    await passes(5_000);
    expect(puts(backend)).toHaveLength(1);
    backend.gate = null;
    answer();
    await passes(0);
    await passes(1);
    expect(puts(backend).map((it) => it.ifMatch)).toEqual(['"1"', '"2"']);
    expect(stored(backend)).toEqual({ ...FIRST, title: 'two', owner: 'ben' });
    expect(now().state).toBe('saved');
  });

  it('takes what the server adds, and lets an edit stand that was made meanwhile', async () => {
    const backend = documentBackend(FIRST);
    backend.stamp = (wanted) => ({ ...(wanted as Notes), notes: (wanted as Notes).notes.map((it) => ({ ...it, at: 'now' })) });
    const { now, edit } = await opened(backend);
    edit(noted('n1', 'new'));
    let answer = () => {};
    backend.gate = new Promise((resolve) => { answer = resolve; });
    await passes(600);
    edit(without('n1'));
    backend.gate = null;
    answer();
    await passes(0);
    expect(now().document?.notes).toEqual([{ id: 'n2', text: 'second', at: 'now' }]);
    await passes(1);
    expect(stored(backend).notes.map((it) => it.id)).toEqual(['n2']);
  });

  it('says nothing of an edit that changes nothing', async () => {
    const backend = documentBackend(FIRST);
    const { now, edit } = await opened(backend);
    expect(edit(titled('one'))).toBe(0);
    expect([now().canUndo, now().news.words]).toEqual([false, '']);
    await passes(1_000);
    expect(puts(backend)).toEqual([]);
  });

  it('is not taken back by a reading that began before the save, nor by a node that has not heard of it', async () => {
    const backend = documentBackend(FIRST);
    const { host, now, edit } = await opened(backend);
    edit(titled('two'));
    await passes(600);
    const old = { document: backend.document, etag: backend.etag };
    backend.document = FIRST;
    backend.etag = '"1"';
    host.change();
    await passes(0);
    expect(now().document?.title).toBe('two');
    Object.assign(backend, old);
    await passes(15_000);
    expect([now().document?.title, now().state]).toEqual(['two', 'saved']);
  });

  it('cannot be changed by whoever may only look', async () => {
    const backend = documentBackend(FIRST, { mayEdit: false });
    const { now, edit } = await opened(backend);
    edit(titled('two'));
    await passes(1_000);
    expect([now().document?.title, now().state]).toEqual(['one', 'saved']);
    expect(puts(backend)).toEqual([]);
  });
});

describe('two people who edit at once', () => {
  it('both keep what they did, where it is not the same field', async () => {
    const backend = documentBackend(FIRST);
    const { now, edit } = await opened(backend);
    edit(titled('mine'));
    backend.meanwhile(owned('ben')(FIRST));
    await passes(600);
    await passes(1);
    expect(stored(backend)).toEqual({ ...FIRST, title: 'mine', owner: 'ben' });
    expect([now().document, now().state]).toEqual([stored(backend), 'saved']);
  });

  it('sees what comes in while editing, beside the edit', async () => {
    const backend = documentBackend(FIRST);
    const { host, now, edit } = await opened(backend);
    edit(noted('n1', 'mine'));
    backend.meanwhile(noted('n2', 'theirs')(FIRST));
    host.change();
    await passes(0);
    expect(now().document?.notes.map((it) => it.text)).toEqual(['mine', 'theirs']);
    await passes(600);
    expect(stored(backend).notes.map((it) => it.text)).toEqual(['mine', 'theirs']);
  });

  async function clashing(backend: DocumentBackend) {
    const opening = await opened(backend);
    opening.edit(titled('mine'));
    backend.meanwhile(titled('theirs')(FIRST));
    await passes(600);
    await passes(1);
    return opening;
  }

  it('are both shown what they wrote in the same field; theirs stays stored', async () => {
    const backend = documentBackend(FIRST);
    const { now } = await clashing(backend);
    expect([now().state, now().document?.title, stored(backend).title]).toEqual(['conflict', 'theirs', 'theirs']);
    expect(now().conflicts).toEqual([{ path: ['title'], mine: 'mine', theirs: 'theirs' }]);
  });

  it('keep mine, by choice', async () => {
    const backend = documentBackend(FIRST);
    const { now } = await clashing(backend);
    act(() => now().settle(now().conflicts[0]!, 'mine'));
    await passes(600);
    expect([stored(backend).title, now().state, now().conflicts]).toEqual(['mine', 'saved', []]);
  });

  it('take theirs, by choice, also where they changed it once more', async () => {
    const backend = documentBackend(FIRST);
    const { host, now } = await clashing(backend);
    backend.meanwhile(titled('theirs again')(stored(backend)));
    host.change();
    await passes(0);
    expect(now().conflicts).toEqual([{ path: ['title'], mine: 'mine', theirs: 'theirs again' }]);
    act(() => now().settle(now().conflicts[0]!, 'theirs'));
    await passes(600);
    expect([stored(backend).title, now().document?.title, now().state]).toEqual(['theirs again', 'theirs again', 'saved']);
  });

  it('settle it by writing over it', async () => {
    const backend = documentBackend(FIRST);
    const { now, edit } = await clashing(backend);
    edit(titled('both'));
    await passes(600);
    expect([stored(backend).title, now().conflicts]).toEqual(['both', []]);
  });

  it('do not lose mine by a reload before the choice', async () => {
    const backend = documentBackend(FIRST);
    const before = await clashing(backend);
    before.unmount();
    const { now } = await opened(backend);
    expect(now().conflicts).toEqual([{ path: ['title'], mine: 'mine', theirs: 'theirs' }]);
  });

  it('clash over a field that was open while it changed, even where it was read long before', async () => {
    const backend = documentBackend(FIRST);
    const { host, now, edit } = await opened(backend);
    backend.meanwhile(titled('theirs')(FIRST));
    host.change();
    await passes(0);
    edit(titled('mine'), 'Title changed', titled('one'));
    expect([now().document?.title, now().conflicts]).toEqual(['theirs', [{ path: ['title'], mine: 'mine', theirs: 'theirs' }]]);
  });

  it('keep what one changed and the other took away, and say so', async () => {
    const backend = documentBackend(FIRST);
    const { now, edit } = await opened(backend);
    edit(noted('n1', 'mine'));
    backend.meanwhile(without('n1')(FIRST));
    await passes(600);
    await passes(1);
    expect(stored(backend).notes.map((it) => it.text)).toContain('mine');
    expect(now().conflicts).toEqual([{ path: ['notes', 'n1'], mine: { id: 'n1', text: 'mine' }, theirs: undefined }]);
    act(() => now().settle(now().conflicts[0]!, 'theirs'));
    await passes(600);
    expect(stored(backend).notes.map((it) => it.id)).toEqual(['n2']);
  });
});

describe('a save that fails', () => {
  it.each([
    [new Unreachable('no network'), 'offline'], [new ApiError(503, {}), 'failed'],
    [new ApiError(429, {}), 'failed'], [new ApiError(401, {}), 'expired'],
  ])('is tried again after 2, 4, 8, 16 and 30 seconds: %s', async (failure, state) => {
    const backend = documentBackend(FIRST);
    const { now, edit } = await opened(backend);
    edit(titled('two'));
    backend.down = failure;
    await passes(600);
    expect([now().state, now().document?.title]).toEqual([state, 'two']);
    const times: number[] = [];
    for (let second = 1; second <= 62; second++) {
      const before = puts(backend).length;
      await passes(1_000);
      if (puts(backend).length > before) times.push(second);
    }
    expect(times).toEqual([2, 6, 14, 30, 60]);
    backend.down = null;
    await passes(30_000);
    expect([stored(backend).title, now().state]).toEqual(['two', 'saved']);
  });

  it('is tried at once when the network is back, and when it is asked for', async () => {
    const backend = documentBackend(FIRST);
    const { now, edit } = await opened(backend);
    backend.failures.push(new Unreachable('no network'), new Unreachable('no network'));
    edit(titled('two'));
    await passes(600);
    window.dispatchEvent(new Event('online'));
    await passes(0);
    expect([puts(backend).length, now().state]).toEqual([2, 'offline']);
    act(() => now().retry());
    await passes(0);
    expect([stored(backend).title, now().state]).toEqual(['two', 'saved']);
  });

  it('survives a reload', async () => {
    const backend = documentBackend(FIRST);
    const before = await opened(backend);
    before.edit(titled('two'));
    backend.down = new Unreachable('no network');
    await passes(600);
    before.unmount();
    await passes(0);
    backend.down = null;
    backend.meanwhile(owned('ben')(FIRST));
    const { now } = await opened(backend);
    expect([now().document?.title, now().document?.owner, now().news.words]).toEqual(['two', 'ben', 'Unsaved changes restored']);
    await passes(600);
    expect(stored(backend)).toEqual({ ...FIRST, title: 'two', owner: 'ben' });
    expect(localStorage.length).toBe(0);
  });

  it('is nobody else’s to restore', async () => {
    const backend = documentBackend(FIRST);
    const before = await opened(backend);
    backend.down = new Unreachable('no network');
    before.edit(titled('two'));
    before.unmount();
    await passes(0);
    backend.down = null;
    backend.answer['me'] = 'ben';
    expect((await opened(backend)).now().document?.title).toBe('one');
    backend.answer['me'] = 'ada';
    expect((await opened(backend)).now().document?.title).toBe('two');
  });

  it('is not restored from a month ago, nor from nonsense', async () => {
    const backend = documentBackend(FIRST);
    localStorage.setItem(`tandem.draft:ada:${PATH}`, JSON.stringify({ v: 1, at: Date.now() - 31 * 86_400_000, base: FIRST, mine: titled('old')(FIRST), clashes: [] }));
    expect((await opened(backend)).now().document?.title).toBe('one');
    localStorage.setItem(`tandem.draft:ada:${PATH}`, '{"v":1,"at":');
    expect((await opened(backend)).now().document?.title).toBe('one');
  });

  it('stays as it is where the server refuses it, with the server’s words, until it is changed', async () => {
    const backend = documentBackend(FIRST);
    const { now, edit } = await opened(backend);
    backend.failures.push(new ApiError(413, { title: 'Too long', detail: 'This is 512 characters too long.' }));
    edit(titled('much too long'));
    await passes(600);
    expect([now().state, now().problem, now().document?.title]).toEqual(['refused', 'This is 512 characters too long.', 'much too long']);
    await passes(120_000);
    expect(puts(backend)).toHaveLength(1);
    edit(titled('shorter'));
    await passes(600);
    expect([stored(backend).title, now().state, now().problem]).toEqual(['shorter', 'saved', null]);
  });

  it('makes the panel read-only where the right to edit is gone; what was written is kept for when it is back', async () => {
    const backend = documentBackend(FIRST);
    const { now, edit } = await opened(backend);
    backend.answer['mayEdit'] = false;
    edit(titled('two'));
    await passes(600);
    expect([now().state, now().answer?.mayEdit, now().document?.title]).toEqual(['refused', false, 'two']);
    expect(now().problem).toContain('kept in this browser');
    act(() => now().retry());
    await passes(30_000);
    expect([now().state, stored(backend).title]).toEqual(['refused', 'one']);
    backend.answer['mayEdit'] = true;
    await passes(16_000);
    expect([now().state, stored(backend).title]).toEqual(['saved', 'two']);
  });

  it('goes on through others who are faster, a few times at once and then more slowly', async () => {
    const backend = documentBackend(FIRST);
    const { api } = backend;
    let others = 6;
    backend.api = async (request) => {
      if (request.method === 'PUT' && others-- > 0) backend.meanwhile(owned(`other ${others}`)(stored(backend)));
      return api(request);
    };
    const { now, edit } = await opened(backend);
    edit(titled('two'));
    await passes(600);
    await passes(1);
    expect(puts(backend).length).toBeLessThan(7);
    await passes(120_000);
    expect([stored(backend), now().state]).toEqual([{ ...FIRST, title: 'two', owner: 'other 0' }, 'saved']);
  });
});

describe('undo', () => {
  it('takes back the last edit, on the server too, and does it again', async () => {
    const backend = documentBackend(FIRST);
    const { now, edit } = await opened(backend);
    edit(titled('two'), 'Title changed');
    edit(without('n1'), 'Note removed');
    await passes(600);
    act(() => now().undo());
    expect([now().document?.notes.map((it) => it.id), now().news.words]).toEqual([['n1', 'n2'], 'Undone: Note removed']);
    await passes(600);
    expect(stored(backend).notes).toHaveLength(2);
    act(() => now().undo());
    expect([now().document?.title, now().canUndo, now().canRedo]).toEqual(['one', false, true]);
    act(() => now().redo());
    act(() => now().redo());
    await passes(600);
    expect(stored(backend)).toEqual({ ...FIRST, title: 'two', notes: [FIRST.notes[1]] });
  });

  it('takes back only what I did, after somebody else’s change', async () => {
    const backend = documentBackend(FIRST);
    const { host, now, edit } = await opened(backend);
    edit(noted('n1', 'mine'));
    await passes(600);
    backend.meanwhile({ ...stored(backend), title: 'theirs', notes: [...stored(backend).notes, { id: 'n3', text: 'third' }] });
    host.change();
    await passes(0);
    act(() => now().undo());
    await passes(600);
    expect(stored(backend)).toEqual({ ...FIRST, title: 'theirs', notes: [...FIRST.notes, { id: 'n3', text: 'third' }] });
  });

  it('takes back one edit by its number and leaves the later ones', async () => {
    const backend = documentBackend(FIRST);
    const { now, edit } = await opened(backend);
    const removal = edit(without('n1'));
    edit(titled('two'));
    await passes(600);
    act(() => now().undo(removal));
    await passes(600);
    expect(stored(backend)).toEqual({ ...FIRST, title: 'two' });
    const before = now().document;
    act(() => now().undo(removal));
    expect(now().document).toBe(before);
  });

  it('takes back an addition although the server added to it', async () => {
    const backend = documentBackend(FIRST);
    backend.stamp = (wanted) => ({ ...(wanted as Notes), notes: (wanted as Notes).notes.map((it) => ({ ...it, at: 'now' })) });
    const { now, edit } = await opened(backend);
    edit(added('n3'));
    await passes(600);
    act(() => now().undo());
    await passes(600);
    expect(stored(backend).notes.map((it) => it.id)).toEqual(['n1', 'n2']);
  });

  it('has nothing to do again after a new edit', async () => {
    const { now, edit } = await opened(documentBackend(FIRST));
    edit(titled('two'));
    act(() => now().undo());
    edit(titled('three'));
    expect(now().canRedo).toBe(false);
  });
});

describe('any two people, any edits, any network', () => {
  /** A small generator with a seed: the same run each time. */
  function dice(seed: number): (sides: number) => number {
    let state = seed;
    return (sides) => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return Math.floor((state / 2_147_483_648) * sides);
    };
  }

  it.each(Array.from({ length: 25 }, (_, seed) => seed))('end with the same document and every edit in it or in a clash (seed %i)', async (seed) => {
    const roll = dice(seed + 1);
    const backend = documentBackend(FIRST);
    // Each has a draft store of its own: another account.
    const people = [await opened(backend), await opened(backend)];
    const last = new Map<string, string>();
    for (let turn = 0; turn < 30; turn++) {
      const who = roll(2);
      const person = people[who]!;
      const words = `${who}-${turn}`;
      const what = roll(4);
      if (what === 0) person.edit(who === 0 ? titled(words) : owned(words));
      if (what === 1) person.edit(added(`x${words}`));
      if (what === 2) person.edit(noted('n1', words));
      if (what === 0) last.set(who === 0 ? 'title' : 'owner', words);
      if (what === 1) last.set(`x${words}`, words);
      if (what === 3) backend.failures.push(new Unreachable('no network'), new ApiError(503, {}));
      await passes(roll(1_500));
    }
    await passes(120_000);
    const [one, two] = people.map(({ now }) => now());
    expect(one!.document).toEqual(backend.document);
    expect(two!.document).toEqual(backend.document);
    const end = stored(backend);
    if (last.has('title')) expect(end.title).toBe(last.get('title'));
    if (last.has('owner')) expect(end.owner).toBe(last.get('owner'));
    expect(end.notes.map((it) => it.id)).toEqual(expect.arrayContaining([...last.keys()].filter((it) => it.startsWith('x'))));
  });
});

