import { act } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { ApiError, Unreachable } from '../src/host/bridge';
import { documentBackend } from './documents';
import { added, FIRST, holdTime, noted, type Notes, opened, owned, passes, PATH, puts, stored, titled, without } from './notes';

holdTime();

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
