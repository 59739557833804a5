import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ACCEPTANCE, type Acceptance } from '../src/acceptance/acceptance';
import { sketchesOf } from '../src/acceptance/lines';
import { useActions } from '../src/acceptance/useActions';
import { useDocument } from '../src/shell/useDocument';
import { acceptance, criterion } from './acceptances';
import { documentBackend, hostOf } from './documents';

beforeEach(() => vi.useFakeTimers({ now: new Date('2026-11-20T12:00:00Z') }));
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  localStorage.clear();
});

const passes = (millis: number) => act(() => vi.advanceTimersByTimeAsync(millis));

describe('a list that is pasted where it nearly is full', () => {
  const many = Array.from({ length: 499 }, (_, nr) => criterion(`c${nr}`, `Criterion ${nr}`, 'ux'));

  it('says how many lines did not fit', async () => {
    const backend = documentBackend(acceptance({ criteria: many }));
    const host = hostOf(backend);
    const { result } = renderHook(() => useActions(useDocument(host, '/api/panel/issues/10001/acceptance', ACCEPTANCE), host));
    await passes(0);
    act(() => result.current.add(sketchesOf('one\ntwo\nthree')));
    await passes(600);
    expect((backend.document as Acceptance).criteria).toHaveLength(500);
    expect(host.flags.map((it) => it.title)).toEqual(['2 lines did not fit']);
  });
});
