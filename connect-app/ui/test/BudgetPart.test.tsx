import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BudgetPart } from '../src/budget/BudgetPart';
import { ApiError, type ApiRequest, type ApiResponse, Unreachable } from '../src/host/bridge';
import { bridgeTo, CONTEXT, ok, page } from './hosts';
import { backend, features, health, type Stored } from './tradeoffs';

const NOW = new Date('2026-11-20T12:00:00Z');
const budget = { name: 'system-health', label: 'budget:system-health', share: 20 };
const mapping = { projectKey: 'SHOP' };
const twin = { key: 'CHK-12', url: 'https://linear.app/acme/issue/CHK-12', agrees: true, since: '2026-11-20T11:55:00Z', state: 'agrees', why: null };
const full = { budget, mapping, twin };

beforeEach(() => void page());
beforeEach(() => vi.useFakeTimers({ now: NOW, shouldAdvanceTime: true }));
afterEach(() => vi.useRealTimers());

const passes = (millis: number) => act(() => vi.advanceTimersByTimeAsync(millis));

async function shown(...answers: (() => Promise<ApiResponse>)[]) {
  return (await shownTo(false, ...answers)).bridge;
}

/** To somebody who may edit the issue, or only look at it. What is told of is kept. */
async function shownTo(mayEdit: boolean, ...answers: (() => Promise<ApiResponse>)[]) {
  return shownBy(() => (answers.length > 1 ? answers.shift()! : answers[0]!)(), mayEdit);
}

async function shownBy(api: (request: ApiRequest) => Promise<ApiResponse>, mayEdit: boolean) {
  const bridge = { ...bridgeTo(async () => ok({})), api: vi.fn(api) };
  const told: { title: string; undo: () => void }[] = [];
  const here = { bridge, context: CONTEXT, issueId: '10001', summary: '', me: 'ada', told: (title: string, undo: () => void) => void told.push({ title, undo }) };
  render(<BudgetPart here={here} mayEdit={mayEdit} offered={{ ...mapping, budgets: [features, health] }} />);
  await passes(0);
  return { bridge, told };
}

const saying = (body: unknown) => async () => ok(body);
const failing = (failure: Error) => () => Promise.reject(failure);

describe('the budget of an issue', () => {
  it('names the budget, its share and its label', async () => {
    await shown(saying(full));
    expect(screen.getByText('System health')).toBeTruthy();
    expect(screen.getByText(/20% of the team’s effort/)).toBeTruthy();
    expect(screen.getByText('budget:system-health')).toBeTruthy();
  });

  it('links the twin and says since when it agrees, with the exact moment behind it', async () => {
    await shown(saying(full));
    const link = screen.getByRole('link', { name: /CHK-12 \(opens in a new tab\)/ });
    expect(link.getAttribute('href')).toBe('https://linear.app/acme/issue/CHK-12');
    expect(link.getAttribute('rel')).toBe('noopener noreferrer');
    const since = screen.getByText('5 minutes ago');
    expect(since.getAttribute('title')).toBe('20 November 2026 at 11:55:00 UTC');
    await passes(60_000);
    expect(since.textContent).toBe('6 minutes ago');
  });

  it.each([
    ['agrees', 'Same budget', null],
    ['waiting', 'Catching up', /on its way/],
    ['conflict', 'Different', /nothing was overwritten/],
    ['paused', 'Paused', /Changes are kept/],
  ])('says of a twin that is in the state %s: %s', async (state, words, meaning) => {
    await shown(saying({ ...full, twin: { ...twin, state } }));
    expect(screen.getByText(words)).toBeTruthy();
    if (meaning !== null) expect(screen.getByText(meaning)).toBeTruthy();
  });

  it('prefers the backend’s own reason', async () => {
    await shown(saying({ ...full, twin: { ...twin, state: 'paused', why: 'Linear took the access back.' } }));
    expect(screen.getByText('Linear took the access back.')).toBeTruthy();
    expect(screen.queryByText(/Changes are kept/)).toBeNull();
  });

  it('shows markup from outside as text', async () => {
    await shown(saying({ ...full, twin: { ...twin, state: 'conflict', why: '<img src=x onerror=alert(1)>' } }));
    expect(screen.getByText('<img src=x onerror=alert(1)>')).toBeTruthy();
    expect(document.querySelector('img')).toBeNull();
  });

  it('teaches how to draw on a budget, with the mapping’s own label', async () => {
    await shown(saying({ ...full, budget: null, mapping: { ...mapping, labels: ['spend:new'] } }));
    expect(screen.getByText(/draws on no budget yet/).textContent).toBe(
      'This issue draws on no budget yet. Put the label spend:new on it, in Jira or in Linear.');
  });

  it('does not call it the same budget when neither issue draws on one', async () => {
    await shown(saying({ ...full, budget: null }));
    expect(screen.getByText('No budget either')).toBeTruthy();
  });

  it('says that no issue in Linear is linked', async () => {
    await shown(saying({ ...full, twin: null }));
    expect(screen.getByText(/No issue in Linear is linked/)).toBeTruthy();
  });

  it('says that the project is not connected', async () => {
    await shown(saying({ budget: null, mapping: null, twin: null }));
    expect(screen.getByText('This project is not connected to Linear')).toBeTruthy();
  });

  it('is busy until the first answer', async () => {
    await shown(() => new Promise(() => {}));
    expect(screen.getByRole('region', { name: 'Budget' }).getAttribute('aria-busy')).toBe('true');
  });

  it('shows a change within two seconds, and reads it out', async () => {
    await shown(saying(full), saying({ ...full, budget: { name: 'features', label: 'budget:features', share: 80 } }));
    expect(screen.getByRole('status').textContent).toBe('');
    await passes(1_100);
    expect(screen.getByText('Features')).toBeTruthy();
    expect(screen.getByRole('status').textContent).toBe('This issue draws on Features. CHK-12 in Linear: Same budget.');
  });

  it('also reads it out when all is as it was at first', async () => {
    await shown(saying(full), saying({ ...full, twin: null }), saying(full));
    await passes(1_100);
    expect(screen.getByRole('status').textContent).toBe('This issue draws on System health.');
    await passes(1_100);
    expect(screen.getByRole('status').textContent).toBe('This issue draws on System health. CHK-12 in Linear: Same budget.');
  });

  it('asks at once when the host says that the issue changed', async () => {
    const bridge = await shown(saying(full), saying({ ...full, budget: null }));
    bridge.change();
    await passes(0);
    expect(screen.getByText(/draws on no budget yet/)).toBeTruthy();
  });

  it('offers to try again when there was no answer, and recovers by it', async () => {
    await shown(failing(new Unreachable('no network')), saying(full));
    expect(screen.getByRole('alert').textContent).toContain('The budget could not be loaded');
    await userEvent.setup({ advanceTimers: (ms) => vi.advanceTimersByTime(ms) }).click(screen.getByRole('button', { name: 'Try again' }));
    await passes(0);
    expect(screen.getByText('System health')).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('keeps the last answer on show through an outage, and says that it may be old from the second miss on', async () => {
    await shown(saying(full), failing(new ApiError(503, undefined)));
    await passes(1_000);
    expect(screen.queryByText(/may be out of date/)).toBeNull();
    await passes(2_000);
    expect(screen.getByText(/may be out of date/)).toBeTruthy();
    expect(screen.getByText('System health')).toBeTruthy();
  });

  it('keeps the last answer on show when the session ends, and says so', async () => {
    await shown(saying(full), failing(new ApiError(401, undefined)));
    await passes(1_000);
    expect(screen.getByText(/your session has ended/)).toBeTruthy();
    expect(screen.getByText('System health')).toBeTruthy();
  });

  it('takes down what the reader may no longer see', async () => {
    await shown(saying(full), failing(new ApiError(403, undefined)));
    await passes(1_000);
    expect(screen.queryByText('System health')).toBeNull();
    expect(screen.getByRole('alert').textContent).toContain('not shown to you');
  });

  it('has words for an answer of another version', async () => {
    await shown(saying({ ...full, twin: { ...twin, state: 'entangled' } }));
    expect(screen.getByRole('alert').textContent).toContain('could not be read');
  });

  it('is not to be chosen by those who may look only, nor where there is nothing to choose from', async () => {
    await shown(saying(full));
    expect(screen.queryByRole('button')).toBeNull();
  });
});

describe('the choice of a budget', () => {
  const user = () => userEvent.setup({ advanceTimers: (ms) => vi.advanceTimersByTime(ms) });

  it('names no other budget before it is opened', async () => {
    await shownTo(true, saying(full));
    expect(screen.queryByText(/Features/)).toBeNull();
    expect(screen.getByRole('button', { name: 'Budget: System health, 20%. Change' })).toBeTruthy();
  });

  const housed = (begin: Partial<Stored> = {}) => shownBy(backend({ budget: health, ...begin }).api, true);

  /** Opens the list of budgets and takes one, by mouse. */
  const take = async (name: string) => {
    const mouse = user();
    await mouse.click(screen.getByRole('button', { name: /^Budget:/ }));
    await mouse.click(await screen.findByRole('option', { name }));
    await passes(0);
  };

  it('puts it on the issue by the backend, tells of it, and can be undone', async () => {
    const { bridge, told } = await housed();
    await take('Features, 80%');
    expect(bridge.api).toHaveBeenCalledWith({ method: 'PUT', path: '/api/panel/issues/10001/budget', body: { budget: 'features' } });
    expect(screen.getByText('Features')).toBeTruthy();
    expect(told.map(({ title }) => title)).toEqual(['The issue draws on Features']);
    told[0]!.undo();
    await passes(0);
    expect(bridge.api).toHaveBeenCalledWith({ method: 'PUT', path: '/api/panel/issues/10001/budget', body: { budget: 'system-health' } });
  });

  it('counts with Enter, and not with Escape, and gives the focus back either way', async () => {
    const { bridge } = await housed();
    const keys = user();
    screen.getByRole('button', { name: /^Budget:/ }).focus();
    await keys.keyboard('{Enter}');
    await screen.findByRole('combobox', { name: 'Budget' });
    await keys.keyboard('{ArrowUp}{Escape}');
    await passes(0);
    expect(bridge.api).not.toHaveBeenCalledWith(expect.objectContaining({ method: 'PUT' }));
    expect(document.activeElement).toBe(screen.getByRole('button', { name: /^Budget:/ }));

    await keys.keyboard('{Enter}');
    await screen.findByRole('combobox', { name: 'Budget' });
    await keys.keyboard('{Home}{Enter}');
    await passes(0);
    expect(bridge.api).toHaveBeenCalledWith(expect.objectContaining({ method: 'PUT', body: { budget: null } }));
    expect(document.activeElement).toBe(screen.getByRole('button', { name: /^Budget:/ }));
  });

  it('is offered where there is none yet', async () => {
    await housed({ budget: null });
    expect(screen.getByText('Choose a budget')).toBeTruthy();
  });

  it('says at its place why it was refused, and shows what is true', async () => {
    await housed({ mayEdit: false });
    await take('Features, 80%');
    expect(screen.getByRole('alert').textContent).toBe('You may look at SHOP-1, not edit it.');
    expect(screen.getByText('System health')).toBeTruthy();
  });
});
