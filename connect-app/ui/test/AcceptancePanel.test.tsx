import { act, cleanup, createEvent, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Acceptance } from '../src/acceptance/acceptance';
import { AcceptancePanel } from '../src/acceptance/AcceptancePanel';
import { ApiError, Unreachable } from '../src/host/bridge';
import { acceptance, criterion, DONE, FIVE, TEMPLATES } from './acceptances';
import { ANSWER, type DocumentBackend, documentBackend, hostOf } from './documents';
import { CONTEXT, page } from './hosts';

const NOW = new Date('2026-11-20T12:00:00Z');

beforeEach(() => {
  vi.useFakeTimers({ now: NOW, shouldAdvanceTime: true });
  page('tandem-acceptance');
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  localStorage.clear();
});

const passes = (millis: number) => act(() => vi.advanceTimersByTimeAsync(millis));

async function shown(document: unknown, answer: Record<string, unknown> = {}) {
  const backend = documentBackend(document, answer);
  const host = hostOf(backend);
  render(<AcceptancePanel bridge={host} context={CONTEXT} />);
  await passes(0);
  return { backend, host, user: userEvent.setup({ advanceTimers: (ms) => vi.advanceTimersByTime(ms) }) };
}

const stored = (backend: DocumentBackend) => backend.document as Acceptance;
const texts = (backend: DocumentBackend) => stored(backend).criteria.map((it) => it.text);
const rows = () => screen.getAllByRole('listitem').filter((it) => it.dataset['id'] !== undefined);
const said = () => screen.getAllByRole('status').map((it) => it.textContent).filter((it) => it !== '').join(' | ');
const check = (text: string) => screen.getByRole('checkbox', { name: `Met: ${text}` });

describe('the acceptance panel', () => {
  it('shows the story, the criteria in their order, how far they are, the definition of done', async () => {
    await shown(acceptance(), { project: { definitionOfDone: DONE, templates: [], slos: [] } });
    expect(screen.getByRole('button', { name: 'As a: returning buyer. Edit' })).toBeTruthy();
    expect(rows().map((it) => within(it).getByRole('checkbox').getAttribute('aria-label'))).toEqual(FIVE.map((it) => `Met: ${it.text}`));
    expect(screen.getByRole('progressbar', { name: 'Criteria met' }).getAttribute('aria-valuetext')).toBe('2 of 5 met');
    DONE.forEach((it) => expect(screen.getByText(it)).toBeTruthy());
  });

  it('teaches where nothing is written yet, with one thing to do first', async () => {
    await shown(null);
    expect(screen.getByText(/What must be true for this to be done/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'As a: who is it for?. Edit' })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Add a criterion' })).toBeTruthy();
    expect(screen.queryByText('Agreed by')).toBeNull();
  });

  it('hints at a type that is missing', async () => {
    await shown(acceptance({ criteria: [criterion('c1', 'x', 'technical')] }));
    expect(screen.getByText('No user-experience or business criterion yet.')).toBeTruthy();
  });

  it('has words for standing outside an issue, and asks nothing', () => {
    const backend = documentBackend(null);
    const { issueId: _, ...nowhere } = CONTEXT;
    render(<AcceptancePanel bridge={hostOf(backend)} context={nowhere} />);
    expect(screen.getByText('There is no issue here')).toBeTruthy();
    expect(backend.asked).toEqual([]);
  });

  it('draws nothing over what cannot be read', async () => {
    await shown(null, { unreadable: 'It is of version 7.' });
    expect(screen.getByText(/It is of version 7\. Tandem leaves it as it is/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Add a criterion' })).toBeNull();
  });

  it('is busy until the first answer', async () => {
    const backend = documentBackend(null);
    backend.gate = new Promise(() => {});
    render(<AcceptancePanel bridge={hostOf(backend)} context={CONTEXT} />);
    expect(screen.getByText('Reading the acceptance criteria…').parentElement?.getAttribute('aria-busy')).toBe('true');
  });

  it('shows markup as text', async () => {
    await shown(acceptance({ criteria: [criterion('c1', '<img src=x onerror=alert(1)>')] }));
    expect(screen.getByText('<img src=x onerror=alert(1)>')).toBeTruthy();
    expect(document.querySelector('img')).toBeNull();
  });

  it('shows the issue in Linear', async () => {
    await shown(acceptance(), { twin: { key: 'CHK-12', url: 'https://linear.app/x/CHK-12', agrees: true, since: '2026-11-20T11:55:00Z', state: 'agrees', why: null } });
    expect(screen.getByRole('link', { name: /CHK-12/ })).toBeTruthy();
    expect(screen.getByText('In sync')).toBeTruthy();
  });
});

describe('by mouse', () => {
  it('marks a criterion met, at once and on the server', async () => {
    const { backend, user } = await shown(acceptance());
    await user.click(check(FIVE[2]!.text));
    expect(screen.getByText('3 of 5 met')).toBeTruthy();
    expect(said()).toBe('Marked met');
    await passes(600);
    expect(stored(backend).criteria[2]!.met).toBe(true);
    expect(screen.getByText('Saved')).toBeTruthy();
  });

  it('edits a line of the story where it stands', async () => {
    const { backend, user } = await shown(acceptance());
    await user.click(screen.getByRole('button', { name: /^So that/ }));
    const field = await screen.findByRole('textbox', { name: 'So that' });
    expect((field as HTMLTextAreaElement).value).toBe('I need no card at hand');
    await user.clear(field);
    await user.type(field, ' it is   easy {Enter}');
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'So that: it is easy. Edit' }));
    await passes(600);
    expect(stored(backend).story.soThat).toBe('it is easy');
  });

  it('puts a text back on Esc, and does not let one be emptied', async () => {
    const { backend, user } = await shown(acceptance());
    await user.click(screen.getByRole('button', { name: `Criterion: ${FIVE[0]!.text}. Edit` }));
    await user.type(await screen.findByRole('textbox', { name: 'Criterion' }), 'nonsense{Escape}');
    await user.click(screen.getByRole('button', { name: `Criterion: ${FIVE[0]!.text}. Edit` }));
    const field = await screen.findByRole('textbox', { name: 'Criterion' });
    await user.clear(field);
    await user.type(field, '{Enter}');
    await passes(1_000);
    expect(texts(backend)).toEqual(FIVE.map((it) => it.text));
    expect(backend.asked.filter((it) => it.method === 'PUT')).toEqual([]);
  });

  it('chooses a type out of a select that is loaded when it is first used', async () => {
    const { backend, user } = await shown(acceptance());
    await user.click(screen.getByRole('button', { name: 'Type: none. Change' }));
    await user.click(await screen.findByRole('option', { name: 'Business' }));
    await passes(600);
    expect(stored(backend).criteria[4]!.type).toBe('business');
  });

  it('removes a criterion, with a flag whose undo reaches the server', async () => {
    const { backend, host, user } = await shown(acceptance());
    await user.click(screen.getByRole('button', { name: `Remove: ${FIVE[1]!.text}` }));
    await passes(600);
    expect(texts(backend)).not.toContain(FIVE[1]!.text);
    expect(host.flags.map((it) => [it.title, it.action?.text])).toEqual([['Criterion removed', 'Undo']]);
    await user.click(check(FIVE[0]!.text));
    act(() => host.flags[0]!.action!.run());
    await passes(600);
    expect(texts(backend)).toEqual(FIVE.map((it) => it.text));
    expect(stored(backend).criteria[0]!.met).toBe(false);
  });

  it('adds the criteria of a template for this type of issue', async () => {
    const { backend, user } = await shown(null, { project: { definitionOfDone: [], templates: TEMPLATES, slos: [] } });
    await user.click(screen.getByRole('button', { name: 'Use a template' }));
    expect(screen.queryByRole('button', { name: /A fix/ })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Something people see (3)' }));
    expect(said()).toBe('3 criteria added');
    await passes(600);
    expect(stored(backend).criteria.map((it) => [it.text, it.type])).toEqual(TEMPLATES[0]!.criteria.map((it) => [it.text, it.type]));
  });

  it('makes many criteria of a pasted list', async () => {
    const { backend, user } = await shown(null);
    await user.click(screen.getByRole('button', { name: 'Add a criterion' }));
    await user.click(await screen.findByRole('textbox', { name: 'New criterion' }));
    await user.paste('- [ ] one\n- [x] two\n\n3. three');
    await passes(600);
    expect(stored(backend).criteria.map((it) => [it.text, it.met])).toEqual([['one', false], ['two', true], ['three', false]]);
    expect(screen.getByRole('textbox', { name: 'New criterion' })).toBeTruthy();
  });

  it('moves a criterion by its handle', async () => {
    const { backend } = await shown(acceptance());
    rows().forEach((row, index) => {
      row.getBoundingClientRect = () => ({ top: index * 40, bottom: index * 40 + 40 }) as DOMRect;
    });
    const point = (name: 'pointerDown' | 'pointerMove' | 'pointerUp', target: Element | Document, clientY: number) => {
      const event = createEvent[name](target, { bubbles: true, button: 0 });
      Object.defineProperties(event, { clientY: { value: clientY }, button: { value: 0 }, pointerId: { value: 1 } });
      fireEvent(target, event);
    };
    point('pointerDown', rows()[0]!.querySelector('.handle')!, 10);
    point('pointerMove', document, 130);
    expect(rows()[3]!.dataset['drop']).toBe('before');
    point('pointerUp', document, 130);
    await passes(600);
    expect(stored(backend).criteria.map((it) => it.id)).toEqual(['c2', 'c3', 'c1', 'c4', 'c5']);
  });
});

describe('by keyboard alone', () => {
  it('writes, types, orders, meets, removes and takes back criteria', async () => {
    const { backend, user } = await shown(null);
    await user.keyboard('n');
    await screen.findByRole('textbox', { name: 'New criterion' });
    await user.keyboard('first{Enter}second{Enter}third{Enter}');
    await user.keyboard('{Enter}');
    expect(rows()).toHaveLength(3);
    act(() => check('third').focus());
    await user.keyboard('{Alt>}{ArrowUp}{/Alt}');
    expect(said()).toBe('Moved to position 2 of 3');
    expect(document.activeElement).toBe(check('third'));
    await user.keyboard(' ');
    expect(said()).toBe('Marked met');
    await user.keyboard('{ArrowUp}{ArrowUp}');
    expect(document.activeElement).toBe(check('first'));
    await user.keyboard('{Enter}');
    await screen.findByRole('textbox', { name: 'Criterion' });
    await user.keyboard(' of all{Enter}');
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Criterion: first of all. Edit' }));
    await user.keyboard('{ArrowDown}{Delete}');
    expect(document.activeElement).toBe(check('second'));
    await passes(600);
    expect(texts(backend)).toEqual(['first of all', 'second']);
    await user.keyboard('{Control>}z{/Control}');
    expect(said()).toBe('Undone: Criterion removed');
    await passes(600);
    expect(stored(backend).criteria.map((it) => [it.text, it.met])).toEqual([['first of all', false], ['third', true], ['second', false]]);
    await user.keyboard('{Control>}{Shift>}Z{/Shift}{/Control}');
    await passes(600);
    expect(texts(backend)).toEqual(['first of all', 'second']);
  });

  it('opens the sheet of keys, but not while typing', async () => {
    const { user } = await shown(acceptance());
    await user.keyboard('?');
    expect(screen.getByText('New criterion')).toBeTruthy();
    const sheet = screen.getByRole('button', { name: /^Keyboard shortcuts/ });
    expect(sheet.getAttribute('aria-expanded')).toBe('true');
    await user.click(screen.getByRole('button', { name: /^So that/ }));
    await user.type(await screen.findByRole('textbox', { name: 'So that' }), ' now? no');
    expect(sheet.getAttribute('aria-expanded')).toBe('true');
    expect(screen.queryByRole('textbox', { name: 'New criterion' })).toBeNull();
  });

  it('stays at the ends of the list', async () => {
    const { backend, user } = await shown(acceptance());
    act(() => check(FIVE[0]!.text).focus());
    await user.keyboard('{Alt>}{ArrowUp}{/Alt}{ArrowUp}');
    expect(document.activeElement).toBe(check(FIVE[0]!.text));
    await passes(600);
    expect(backend.asked.filter((it) => it.method === 'PUT')).toEqual([]);
  });
});

describe('who agreed', () => {
  const at = '2026-11-18T12:00:00Z';

  it('is said for product, engineering and design; a yes of mine is stamped by the server', async () => {
    const { backend, user } = await shown(acceptance({ agreed: { product: { by: 'ben', at }, engineering: null, design: null } }));
    backend.stamp = (wanted) => ({ ...(wanted as Acceptance), agreed: { ...(wanted as Acceptance).agreed, engineering: { by: 'ada', at: NOW.toISOString() } } });
    expect(await screen.findByText(/Ben Ito/)).toBeTruthy();
    expect(screen.getByText('2 days ago')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Agree as engineering' }));
    expect(screen.getByText('You, just now')).toBeTruthy();
    await passes(600);
    await passes(0);
    expect(backend.asked.find((it) => it.method === 'PUT')!.body).toMatchObject({ agreed: { product: { by: 'ben', at }, engineering: {}, design: null } });
    expect(await screen.findByText(/Ada Okafor/)).toBeTruthy();
  });

  it('is asked again where the criteria changed since, and may be taken back', async () => {
    const { backend, user } = await shown(acceptance({ agreed: { product: { by: 'ben', at }, engineering: null, design: null }, criteriaChangedAt: '2026-11-19T12:00:00Z' }));
    expect(screen.getByText('Criteria changed since')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Agree again as product' }));
    await passes(600);
    expect(stored(backend).agreed.product).toEqual({});
    await user.click(screen.getByRole('button', { name: 'Take back: Product' }));
    await passes(600);
    expect(stored(backend).agreed.product).toBeNull();
  });

  it('is somebody who left', async () => {
    await shown(acceptance({ agreed: { product: { by: 'gone', at }, engineering: null, design: null } }));
    expect(await screen.findByText(/Somebody who left/)).toBeTruthy();
  });
});

describe('criteria that changed after work began', () => {
  const changed = acceptance({
    criteria: [
      criterion('c1', 'new words', null, { changed: { at: '2026-11-20T09:00:00Z', by: 'ben', was: 'old words' } }),
      criterion('c2', 'added', null, { changed: { at: '2026-11-20T09:00:00Z', by: 'ben', was: null } }),
    ],
    removed: [{ text: 'removed words', at: '2026-11-20T10:00:00Z', by: 'ben' }],
  });

  it('are marked; the old text, who and when are shown on demand', async () => {
    const { user } = await shown(changed, { issue: { ...ANSWER.issue, started: true } });
    expect(screen.getByText('Added after work began')).toBeTruthy();
    expect(screen.queryByText('old words')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Changed after work began' }));
    expect(screen.getByText('old words')).toBeTruthy();
    expect(await screen.findByText(/Ben Ito/)).toBeTruthy();
    expect(screen.getByText('3 hours ago')).toBeTruthy();
  });

  it('are also those that were removed', async () => {
    const { user } = await shown(changed);
    expect(screen.queryByText('removed words')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'One criterion was removed after work began' }));
    expect(screen.getByText('removed words')).toBeTruthy();
  });
});

describe('whoever may look and not edit', () => {
  it('sees everything and finds nothing to press', async () => {
    await shown(acceptance({ agreed: { product: { by: 'ben', at: '2026-11-18T12:00:00Z' }, engineering: null, design: null } }), { mayEdit: false });
    FIVE.forEach((it) => expect(screen.getByText(it.text)).toBeTruthy());
    expect(screen.getAllByRole('img', { name: 'Met' })).toHaveLength(2);
    expect(screen.queryByRole('checkbox')).toBeNull();
    expect(screen.queryAllByRole('button')).toEqual([]);
    expect(screen.getByText('You may look at this, not edit it.')).toBeTruthy();
  });

  it('changes nothing by keys', async () => {
    const { backend, user } = await shown(acceptance(), { mayEdit: false });
    await user.keyboard('n{Delete}{Control>}z{/Control}');
    expect(screen.queryByRole('textbox')).toBeNull();
    await passes(1_000);
    expect(backend.asked.filter((it) => it.method === 'PUT')).toEqual([]);
  });
});

describe('when a save does not work', () => {
  async function editing(failure: Error) {
    const opened = await shown(acceptance());
    opened.backend.down = failure;
    await opened.user.click(screen.getByRole('button', { name: /^So that/ }));
    await opened.user.type(await screen.findByRole('textbox', { name: 'So that' }), '!{Enter}');
    await passes(600);
    return opened;
  }

  it.each([
    [new Unreachable('no network'), /no connection\. Kept here and tried again/],
    [new ApiError(503, {}), /does not answer as it should\. Kept here and tried again/],
    [new ApiError(401, {}), /your session has ended\. What you wrote is kept here/],
    [new ApiError(400, { detail: 'A criterion is empty.' }), /Not saved: A criterion is empty\./],
  ])('says so, keeps the text in its place, and saves it once it works: %s', async (failure, words) => {
    const { backend, user } = await editing(failure);
    expect(said()).toMatch(words);
    expect(screen.getByRole('button', { name: 'So that: I need no card at hand!. Edit' })).toBeTruthy();
    backend.down = null;
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await passes(0);
    await waitFor(() => expect(stored(backend).story.soThat).toBe('I need no card at hand!'));
    expect(screen.getByText('Saved')).toBeTruthy();
  });

  it('shows both texts where somebody else wrote at the same time, and lets one choose', async () => {
    const { backend, user } = await shown(acceptance());
    await user.click(screen.getByRole('button', { name: /^So that/ }));
    const field = await screen.findByRole('textbox', { name: 'So that' });
    backend.meanwhile(acceptance({ story: { ...acceptance().story, soThat: 'theirs' } }));
    await passes(15_000);
    expect(field.isConnected).toBe(true);
    await user.type(field, '!{Enter}');
    const group = screen.getByRole('group', { name: 'So that' });
    expect(within(group).getByText('I need no card at hand!')).toBeTruthy();
    expect(within(group).getByText('theirs')).toBeTruthy();
    expect(stored(backend).story.soThat).toBe('theirs');
    await user.click(within(group).getByRole('button', { name: 'Keep mine' }));
    await passes(600);
    expect(stored(backend).story.soThat).toBe('I need no card at hand!');
    expect(screen.queryByRole('group')).toBeNull();
  });

  it('does not lose what stands in an open field when the page goes away', async () => {
    const { backend, user } = await shown(acceptance());
    await user.click(screen.getByRole('button', { name: /^So that/ }));
    await user.type(await screen.findByRole('textbox', { name: 'So that' }), '!');
    act(() => void window.dispatchEvent(new Event('pagehide')));
    await passes(0);
    expect(stored(backend).story.soThat).toBe('I need no card at hand!');
  });
});

describe('five hundred criteria', () => {
  const many = Array.from({ length: 500 }, (_, nr) => criterion(`c${nr}`, `Criterion ${nr}`, 'ux'));

  it('are full: there is no place for one more, and words for it', async () => {
    await shown(acceptance({ criteria: many }));
    expect(screen.queryByText('Add a criterion')).toBeNull();
    expect(screen.getByText(/500 criteria are the most/)).toBeTruthy();
  }, 60_000);
});
