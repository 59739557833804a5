import { act } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { ApiError, Unreachable } from '../src/host/bridge';
import { documentBackend, type DocumentBackend } from './documents';
import { FIRST, gets, holdTime, noted, NOTES, type Notes, opened, owned, passes, PATH, puts, show, stored, titled, without } from './notes';

holdTime();

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

  it('is there at once where the page brought it along, and is asked for 15 seconds later', async () => {
    const backend = documentBackend(FIRST);
    const { now } = await opened(backend, { status: 200, etag: backend.etag, body: { ...backend.answer, document: FIRST } });
    expect([now().document, gets(backend).length]).toEqual([FIRST, 0]);
    await passes(15_000);
    expect(gets(backend)).toHaveLength(1);
  });

  it('is saved over the version that the page brought along', async () => {
    const backend = documentBackend(FIRST);
    const { now, edit } = await opened(backend, { status: 200, etag: backend.etag, body: { ...backend.answer, document: FIRST } });
    edit(titled('two'));
    await passes(600);
    expect([stored(backend).title, now().state]).toEqual(['two', 'saved']);
  });

  it('is asked for where what the page brought along cannot be understood', async () => {
    const backend = documentBackend(FIRST);
    const { now } = await opened(backend, { status: 200, etag: '"1"', body: { ...backend.answer, document: { v: 2 } } });
    expect([now().document, gets(backend).length]).toEqual([FIRST, 1]);
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
