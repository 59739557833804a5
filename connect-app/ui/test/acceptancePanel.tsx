import { act, cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, vi } from 'vitest';
import type { Acceptance } from '../src/acceptance/acceptance';
import { AcceptancePanel } from '../src/acceptance/AcceptancePanel';
import { type DocumentBackend, documentBackend, hostOf } from './documents';
import { CONTEXT, page } from './hosts';

export const NOW = new Date('2026-11-20T12:00:00Z');

/** A page and a clock for each test of the file that calls this; nothing is left for the next one. */
export function aPageEach(): void {
  beforeEach(() => {
    vi.useFakeTimers({ now: NOW, shouldAdvanceTime: true });
    page('tandem-acceptance');
  });
  afterEach(() => {
    cleanup();
    vi.useRealTimers();
    localStorage.clear();
  });
}

export const passes = (millis: number) => act(() => vi.advanceTimersByTimeAsync(millis));

/** The panel over a backend that works. */
export async function shown(document: unknown, answer: Record<string, unknown> = {}) {
  const backend = documentBackend(document, answer);
  const host = hostOf(backend);
  render(<AcceptancePanel bridge={host} context={CONTEXT} />);
  await passes(0);
  return { backend, host, user: userEvent.setup({ advanceTimers: (ms) => vi.advanceTimersByTime(ms) }) };
}

export const stored = (backend: DocumentBackend) => backend.document as Acceptance;
export const texts = (backend: DocumentBackend) => stored(backend).criteria.map((it) => it.text);
export const rows = () => screen.getAllByRole('listitem').filter((it) => it.dataset['id'] !== undefined);
export const said = () => screen.getAllByRole('status').map((it) => it.textContent).filter((it) => it !== '').join(' | ');
export const check = (text: string) => screen.getByRole('checkbox', { name: `Met: ${text}` });
