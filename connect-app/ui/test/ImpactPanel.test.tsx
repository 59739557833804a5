import { act, fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiError, Unreachable } from '../src/host/bridge';
import { ImpactPanel } from '../src/impact/ImpactPanel';
import { nameOf } from '../src/shell/people';
import { type DocumentBackend, hostOf } from './documents';
import { CONTEXT, page } from './hosts';
import { FULL, impactBackend, NEIGHBOURS } from './impacts';

const NOW = new Date('2026-11-29T12:00:00Z');
const DAY = 86_400_000;

beforeEach(() => {
  vi.useFakeTimers({ now: NOW, shouldAdvanceTime: true });
  localStorage.clear();
  localStorage.setItem('tandem.impact.folds', JSON.stringify({ slo: true, feasibility: true, roles: true }));
  page('tandem-impact');
});
afterEach(() => vi.useRealTimers());

const passes = (millis: number) => act(() => vi.advanceTimersByTimeAsync(millis));
const person = () => userEvent.setup({ advanceTimers: (ms) => vi.advanceTimersByTime(ms) });

async function shownBy(backend: Pick<DocumentBackend, 'api'>) {
  const host = hostOf(backend);
  const opened: string[] = [];
  host.openIssue = (key) => void opened.push(key);
  render(<ImpactPanel bridge={host} context={CONTEXT} />, { container: document.getElementById('panel')! });
  await passes(10);
  await vi.dynamicImportSettled();
  await passes(10);
  return { flags: host.flags, opened };
}

async function shown(document: unknown, answer: Record<string, unknown> = {}) {
  const backend = impactBackend(document, answer);
  return { backend, stored: backend.stored, ...(await shownBy(backend)) };
}

const saved = () => passes(1_000);
const section = (name: string) => within(screen.getByRole('region', { name }));
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const slider = () => screen.getByRole('slider');

/** Opens a text, writes it anew and leaves it with Enter. */
async function write(label: string, text: string) {
  const hand = person();
  await hand.click(button(new RegExp(`^${label}: `)));
  await vi.dynamicImportSettled();
  await passes(10);
  const field = await screen.findByRole('textbox', { name: label });
  await hand.clear(field);
  await hand.type(field, `${text}{Enter}`);
  await passes(10);
}

describe('the impact panel', () => {
  it('teaches in one line where nothing is written yet, and writes nothing by itself', async () => {
    const { backend } = await shown(null);
    expect(screen.getByText(/Start with the user problem/)).toBeTruthy();
    await passes(20_000);
    expect(backend.asked.filter((it) => it.method !== 'GET')).toEqual([]);
  });

  it('is busy, in its own shape, until the first answer', async () => {
    await shownBy({ api: () => new Promise(() => {}) });
    expect(document.querySelector('[aria-busy=true]')).toBeTruthy();
    expect(screen.getByText('Reading the business impact…')).toBeTruthy();
  });

  it('shows all that is stored', async () => {
    await shown(FULL);
    for (const text of [FULL.problem, FULL.metric.name, FULL.simplest, FULL.feasibility!.because]) {
      expect(screen.getByText(text)).toBeTruthy();
    }
    expect(document.querySelector('.sentence')?.textContent).toBe(
      'Because the address service has no lookup by postcode, shoppers type 7 fields by hand, '
      + 'and so we lose about 400 orders a week.');
    expect(section('Problem and metric').getByText('61% → 70%')).toBeTruthy();
  });

  it('saves a text that was written where it stands', async () => {
    const { stored } = await shown(null);
    await write('User problem', 'Nobody finds the basket');
    await saved();
    expect(stored().problem).toBe('Nobody finds the basket');
    expect(screen.getByText('Saved')).toBeTruthy();
  });

  it('grows the sentence while its parts are written, with a hint for what is missing', async () => {
    await shown(null);
    await write('Technical cause', 'the index is gone');
    expect(document.querySelector('.sentence')?.textContent).toBe(
      'Because the index is gone, what users notice, and so what it costs or earns.');
    expect(screen.getByText(/Say what users notice/)).toBeTruthy();
    await write('User effect', 'queries are slow');
    expect(screen.getByText(/“queries” speaks of the system/)).toBeTruthy();
  });

  it('says what a metric still lacks, and that its day has passed', async () => {
    await shown({ ...FULL, metric: { ...FULL.metric, baseline: '', due: '2026-11-28' } });
    expect(screen.getByText('Still missing: where it stands today.')).toBeTruthy();
    expect(screen.getByText('28 November 2026 has passed: was the target met?')).toBeTruthy();
  });

  it('saves a date when it is left', async () => {
    const { stored } = await shown(null);
    const by = screen.getByLabelText('By');
    fireEvent.change(by, { target: { value: '2027-01-31' } });
    fireEvent.blur(by);
    await saved();
    expect(stored().metric.due).toBe('2027-01-31');
  });

  it('shows markup from outside as text', async () => {
    await shown({ ...FULL, problem: '<img src=x onerror=alert(1)>' });
    expect(screen.getByText('<img src=x onerror=alert(1)>')).toBeTruthy();
    expect(document.querySelector('img')).toBeNull();
  });

  it('opens a section that is closed at first', async () => {
    localStorage.clear();
    await shown(FULL);
    expect(screen.queryByRole('meter')).toBeNull();
    await person().click(button('SLO at risk'));
    await vi.dynamicImportSettled();
    await passes(10);
    expect(screen.getByRole('meter', { name: 'Error budget left' })).toBeTruthy();
  });

  it('remembers which sections are closed', async () => {
    await shown(FULL);
    await person().click(button('Impact and effort'));
    expect(button('Impact and effort').getAttribute('aria-expanded')).toBe('false');
    expect(screen.queryByRole('slider')).toBeNull();
    expect(section('Impact and effort').getByText('Quick win')).toBeTruthy();
    expect(JSON.parse(localStorage.getItem('tandem.impact.folds')!)).toMatchObject({ rating: false });
  });
});

describe('rating in the impact panel', () => {
  it('works with the keyboard alone, and is saved, named and read out', async () => {
    const { stored } = await shown({ ...FULL, rating: { impact: null, effort: null } });
    const keys = person();
    while (document.activeElement !== slider()) await keys.tab();
    await keys.keyboard('{Enter}{ArrowUp}{ArrowLeft}');
    expect(slider().getAttribute('aria-valuetext')).toBe('impact 4 of 5, effort 2 of 5: Quick win');
    expect(section('Impact and effort').getByText('Quick win')).toBeTruthy();
    expect(screen.getAllByRole('status').map((it) => it.textContent)).toContain('Rated: impact 4 of 5, effort 2 of 5: Quick win');
    await saved();
    expect(stored().rating).toEqual({ impact: 4, effort: 2 });
  });

  it('is taken back by Ctrl+Z', async () => {
    const { stored } = await shown(FULL);
    slider().focus();
    await person().keyboard('{ArrowDown}{Control>}z{/Control}');
    await saved();
    expect(stored().rating).toEqual({ impact: 4, effort: 2 });
  });

  it('works by two selects, half and back to none', async () => {
    const { stored } = await shown(null);
    await person().selectOptions(screen.getByLabelText('Impact'), '5 · Very high');
    await saved();
    expect(stored().rating).toEqual({ impact: 5, effort: null });
    await person().selectOptions(screen.getByLabelText('Impact'), 'Not rated');
    await saved();
    expect(stored().rating).toEqual({ impact: null, effort: null });
  });

  it('shows the neighbours and opens one', async () => {
    const { opened } = await shown(FULL);
    await person().click(button('Impact 2, effort 5: 2 issues'));
    await person().click(button('SHOP-6'));
    expect(opened).toEqual(['SHOP-6']);
  });

  it('works without the neighbours, says so, and asks again', async () => {
    const backend = impactBackend(FULL, {}, null);
    await shownBy(backend);
    expect(screen.getByText(/other issues of the project could not be loaded/)).toBeTruthy();
    expect(slider()).toBeTruthy();
    backend.stage.neighbours = NEIGHBOURS;
    await person().click(button('Try again'));
    await passes(10);
    expect(button('Impact 2, effort 5: 2 issues')).toBeTruthy();
  });

  it('does not ask for neighbours while its section is closed', async () => {
    localStorage.setItem('tandem.impact.folds', JSON.stringify({ rating: false }));
    const backend = impactBackend(FULL);
    const api = vi.spyOn(backend, 'api');
    await shownBy(backend);
    expect(api.mock.calls.map(([it]) => it.path).filter((it) => it.endsWith('/neighbours'))).toEqual([]);
  });
});

describe('the objective at risk', () => {
  it('is chosen from the project’s list, with its promise', async () => {
    const { stored } = await shown(null);
    await person().selectOptions(screen.getByLabelText('Objective'), 'Search latency');
    await saved();
    expect(stored().slo).toEqual({ name: 'Search latency', objective: 99, current: null, left: null });
  });

  it('has a meter with words', async () => {
    await shown(FULL);
    const meter = screen.getByRole('meter', { name: 'Error budget left' });
    expect(meter.getAttribute('aria-valuenow')).toBe('20');
    expect(screen.getByText('20% of the error budget is left.')).toBeTruthy();
    expect(section('SLO at risk').getByText('Nearly spent')).toBeTruthy();
  });

  it('takes numbers with a comma, and keeps what is none at its place', async () => {
    const { stored } = await shown(FULL);
    const now = screen.getByLabelText('Now, %');
    const hand = person();
    await hand.clear(now);
    await hand.type(now, 'many{Enter}');
    expect(screen.getByText('A number from 0 to 100.')).toBeTruthy();
    await hand.clear(now);
    await hand.type(now, '99,5{Enter}');
    await saved();
    expect(stored().slo?.current).toBe(99.5);
  });

  it('offers what its two numbers imply', async () => {
    const { stored } = await shown({ ...FULL, slo: { name: 'Checkout availability', objective: 99.9, current: 99.95, left: null } });
    await person().click(button('Use 50%'));
    await saved();
    expect(stored().slo?.left).toBe(50);
  });

  it('that the project no longer lists is said, and kept', async () => {
    const { stored } = await shown({ ...FULL, slo: { ...FULL.slo!, name: 'Old one' } });
    expect(screen.getByText(/“Old one” is not in the project’s list/)).toBeTruthy();
    await write('User problem', 'Another');
    await saved();
    expect(stored().slo).toEqual({ ...FULL.slo!, name: 'Old one' });
  });

  it('comes back by the flag after it was removed', async () => {
    const { stored, flags } = await shown(FULL);
    await person().selectOptions(screen.getByLabelText('Objective'), 'None is at risk');
    await saved();
    expect(stored().slo).toBeNull();
    act(() => flags[0]!.action!.run());
    await saved();
    expect(stored().slo).toEqual(FULL.slo);
  });
});

describe('the feasibility check-in', () => {
  it('is stamped by the server', async () => {
    const { stored } = await shown(null);
    await person().click(screen.getByRole('radio', { name: 'Unsure' }));
    expect(document.querySelector('.stamp')?.textContent).toBe('You, just now');
    expect(screen.getByText(/Say what is unclear/)).toBeTruthy();
    await saved();
    expect(stored().feasibility).toMatchObject({ answer: 'unsure', by: 'ada' });
    expect(document.querySelector('.stamp')?.textContent).toMatch(/^Ada Okafor, just now/);
  });

  it('older than 14 days may be out of date, and can be confirmed', async () => {
    const at = new Date(NOW.getTime() - 15 * DAY).toISOString();
    const { stored } = await shown({ ...FULL, feasibility: { ...FULL.feasibility!, at } });
    expect(screen.getByText('May be out of date')).toBeTruthy();
    expect(document.querySelector('.stamp')?.textContent).toBe('Ben Ito, 2 weeks ago. This may be out of date: it is older than 14 days.');
    await person().click(button('It still holds'));
    await saved();
    expect(stored().feasibility).toMatchObject({ answer: 'unsure', by: 'ada' });
    expect(screen.queryByText('May be out of date')).toBeNull();
  });

  it('of 14 days is not out of date', async () => {
    const at = new Date(NOW.getTime() - 14 * DAY + 60_000).toISOString();
    await shown({ ...FULL, feasibility: { ...FULL.feasibility!, at } });
    expect(screen.queryByText('May be out of date')).toBeNull();
  });

  it('of two people at the same time shows both answers, and asks nobody about the stamp', async () => {
    const { backend, stored } = await shown(FULL);
    backend.meanwhile({ ...FULL, feasibility: { ...FULL.feasibility!, answer: 'no', by: 'ada', at: NOW.toISOString() } });
    await person().click(screen.getByRole('radio', { name: 'Fine' }));
    await saved();
    const clash = within(screen.getByRole('alert'));
    expect(clash.getAllByRole('group').map((it) => it.textContent)).toEqual(['FeasibilityYoursFineTheirsNoKeep mineTake theirs']);
    await person().click(button('Keep mine'));
    await saved();
    expect(stored().feasibility).toMatchObject({ answer: 'fine', by: 'ada' });
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

describe('the people of an issue', () => {
  const names = () => section('People');

  it('are named', async () => {
    await shown(FULL);
    expect(names().getByRole('button', { name: 'Accountable: Ada Okafor. Edit' })).toBeTruthy();
    expect(names().getByRole('button', { name: 'Responsible: Ben Ito. Edit' })).toBeTruthy();
    expect(names().getByText('2 people')).toBeTruthy();
  });

  it('need exactly one who is accountable', async () => {
    await shown({ ...FULL, roles: { ...FULL.roles, accountable: null } });
    expect(names().getByText(/Nobody is accountable yet/)).toBeTruthy();
  });

  it('who are gone are said to be, and another one is asked for', async () => {
    await shown({ ...FULL, roles: { ...FULL.roles, accountable: 'gone' } });
    const former = nameOf({ id: 'gone', name: null, active: false });
    expect(names().getByRole('button', { name: `Accountable: ${former}. Edit` })).toBeTruthy();
    expect(names().getByText(/accountable person is gone/)).toBeTruthy();
  });

  it('are found by name, and only one is accountable', async () => {
    const { stored } = await shown(FULL);
    const hand = person();
    await hand.click(names().getByRole('button', { name: /^Accountable/ }));
    await vi.dynamicImportSettled();
    await passes(10);
    await hand.type(await screen.findByRole('combobox', { name: 'Accountable' }), 'ben');
    await passes(10);
    await hand.keyboard('{Enter}');
    await saved();
    expect(stored().roles.accountable).toBe('ben');
  });
});

describe('the impact panel in trouble', () => {
  it('can be looked at, and not changed, without the right to edit', async () => {
    await shown(FULL, { mayEdit: false });
    expect(screen.getByText('You may look at this, not edit it.')).toBeTruthy();
    expect(screen.getByText(FULL.problem)).toBeTruthy();
    expect(screen.getByText('31 March 2027')).toBeTruthy();
    expect(screen.getByText('99.92% now, 99.9% promised')).toBeTruthy();
    for (const role of ['slider', 'textbox', 'combobox', 'radio']) expect(screen.queryByRole(role)).toBeNull();
    expect(screen.queryByRole('button', { name: /Edit$/ })).toBeNull();
  });

  it('does not touch what it cannot read', async () => {
    const { backend } = await shown(null, { unreadable: 'It is of version 7.' });
    expect(screen.getByText('What is stored here cannot be read')).toBeTruthy();
    expect(screen.getByText(/It is of version 7\./)).toBeTruthy();
    await passes(20_000);
    expect(backend.asked.every((it) => it.method === 'GET')).toBe(true);
  });

  it('has words for a document of another form', async () => {
    await shown({ v: 1, problem: 7 });
    expect(screen.getByRole('alert').textContent).toMatch(/could not be read/);
  });

  it('has words for a refusal', async () => {
    await shownBy({ api: () => Promise.reject(new ApiError(403, {})) });
    expect(screen.getByRole('alert').textContent).toMatch(/not shown to you/);
  });

  it('has words for standing outside an issue, and asks nothing', () => {
    const backend = impactBackend(FULL);
    const { issueId: _, ...nowhere } = CONTEXT;
    render(<ImpactPanel bridge={hostOf(backend)} context={nowhere} />);
    expect(screen.getByText('There is no issue here')).toBeTruthy();
    expect(backend.asked).toEqual([]);
  });

  it('keeps what was written while there is no connection, and saves it afterwards', async () => {
    const { backend, stored } = await shown(FULL);
    backend.down = new Unreachable('no network');
    await write('User problem', 'Written on a train');
    await passes(1_000);
    expect(screen.getByText(/no connection/)).toBeTruthy();
    expect(screen.getByText('Written on a train')).toBeTruthy();
    backend.down = null;
    await person().click(button('Try again'));
    await saved();
    expect(stored().problem).toBe('Written on a train');
  });

  it('shows both texts where two people wrote the same one, and loses nothing else', async () => {
    const { backend, stored } = await shown(FULL);
    backend.meanwhile({ ...FULL, problem: 'Not mine', simplest: 'Also theirs' });
    await write('User problem', 'Mine');
    await saved();
    const clash = within(screen.getByRole('alert'));
    expect(clash.getByText('User problem')).toBeTruthy();
    expect(clash.getByText('Mine')).toBeTruthy();
    expect(clash.getByText('Not mine')).toBeTruthy();
    await person().click(button('Keep mine'));
    await saved();
    expect(stored()).toMatchObject({ problem: 'Mine', simplest: 'Also theirs' });
  });
});
