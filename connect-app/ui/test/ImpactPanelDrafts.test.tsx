import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiError } from '../src/host/bridge';
import { ImpactPanel } from '../src/impact/ImpactPanel';
import { hostOf } from './documents';
import { CONTEXT, page } from './hosts';
import { FULL, impactBackend } from './impacts';

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-29T12:00:00Z'), shouldAdvanceTime: true });
  localStorage.clear();
  localStorage.setItem('tandem.impact.folds', JSON.stringify({ slo: true }));
  page('tandem-impact');
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const passes = (millis: number) => act(() => vi.advanceTimersByTimeAsync(millis));

async function shown(backend: ReturnType<typeof impactBackend>) {
  render(<ImpactPanel bridge={hostOf(backend)} context={CONTEXT} />);
  await passes(10);
  await vi.dynamicImportSettled();
  await passes(10);
}

/** The session ends, something is typed and not left, the page goes away and comes back. */
async function typedAndReloaded(label: string, value: string) {
  const backend = impactBackend(FULL);
  await shown(backend);
  backend.down = new ApiError(401, {});
  fireEvent.change(field(label), { target: { value } });
  act(() => void window.dispatchEvent(new Event('pagehide')));
  await passes(1_000);
  cleanup();
  page('tandem-impact');
  backend.down = null;
  await shown(backend);
  return backend;
}

const field = (label: string) => screen.getByLabelText<HTMLInputElement>(label);

describe('what stands in a field when the page goes away', () => {
  it('as a percentage is saved after the reload', async () => {
    const backend = await typedAndReloaded('Now, %', '99,7');
    expect(field('Now, %').value).toBe('99.7');
    await passes(1_000);
    expect(backend.stored().slo?.current).toBe(99.7);
  });

  it('and is no percentage is there again, with a word on what is wrong, until it is put right', async () => {
    const backend = await typedAndReloaded('Now, %', '99.7.1');
    expect(field('Now, %').value).toBe('99.7.1');
    expect(screen.getByRole('alert').textContent).toBe('A number from 0 to 100.');
    expect(field('Promised, %').value).toBe('99.9');
    fireEvent.change(field('Now, %'), { target: { value: '99.7' } });
    fireEvent.blur(field('Now, %'));
    await passes(1_000);
    expect(backend.stored().slo?.current).toBe(99.7);
    expect(Object.keys(localStorage).filter((it) => it.startsWith('tandem.draft:'))).toEqual([]);
  });

  it('as a date is saved after the reload', async () => {
    const backend = await typedAndReloaded('By', '2027-05-31');
    expect(field('By').value).toBe('2027-05-31');
    await passes(1_000);
    expect(backend.stored().metric.due).toBe('2027-05-31');
  });
});
