import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { poll, type Polling, watchful } from '../src/shell/poll';

let hidden = false;
let polling: Polling;

function show(visible: boolean): void {
  hidden = !visible;
  document.dispatchEvent(new Event('visibilitychange'));
}

const passes = (millis: number) => vi.advanceTimersByTimeAsync(millis);

beforeEach(() => {
  vi.useFakeTimers();
  hidden = false;
  Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
});

afterEach(() => {
  polling.stop();
  vi.useRealTimers();
});

describe('polling', () => {
  it('runs at once and then a second after each run', async () => {
    const task = vi.fn(async () => true);
    polling = poll(task, watchful);
    expect(task).toHaveBeenCalledTimes(1);
    await passes(3_000);
    expect(task).toHaveBeenCalledTimes(4);
  });

  it('never has two runs under way', async () => {
    let finish = (_: boolean) => {};
    const task = vi.fn(() => new Promise<boolean>((resolve) => { finish = resolve; }));
    polling = poll(task, watchful);
    polling.now();
    await passes(60_000);
    expect(task).toHaveBeenCalledTimes(1);
    finish(true);
    await passes(1_000);
    expect(task).toHaveBeenCalledTimes(2);
  });

  it('asks nothing while the page is hidden, and at once when it is shown again', async () => {
    const task = vi.fn(async () => true);
    polling = poll(task, watchful);
    await passes(0);
    show(false);
    await passes(600_000);
    expect(task).toHaveBeenCalledTimes(1);
    show(true);
    expect(task).toHaveBeenCalledTimes(2);
    await passes(1_000);
    expect(task).toHaveBeenCalledTimes(3);
  });

  it('starts hidden without asking', async () => {
    hidden = true;
    const task = vi.fn(async () => true);
    polling = poll(task, watchful);
    await passes(10_000);
    expect(task).not.toHaveBeenCalled();
  });

  it('gives a failing backend ever longer rests, up to ten seconds', async () => {
    const task = vi.fn(async () => false);
    polling = poll(task, watchful);
    await passes(2_000 + 4_000 + 8_000 + 10_000 + 10_000 + 10_000);
    expect(task).toHaveBeenCalledTimes(7);
    expect([0, 1, 3, 4, 500].map(watchful.wait)).toEqual([1_000, 2_000, 8_000, 10_000, 10_000]);
  });

  it('is prompt again after the first success', async () => {
    const answers = [false, false, true];
    const task = vi.fn(async () => answers.shift() ?? true);
    polling = poll(task, watchful);
    await passes(2_000 + 4_000);
    expect(task).toHaveBeenCalledTimes(3);
    await passes(1_000);
    expect(task).toHaveBeenCalledTimes(4);
  });

  it('ends when it is stopped, also in the middle of a run', async () => {
    let finish = (_: boolean) => {};
    const task = vi.fn(() => new Promise<boolean>((resolve) => { finish = resolve; }));
    polling = poll(task, watchful);
    polling.stop();
    finish(true);
    await passes(60_000);
    show(true);
    expect(task).toHaveBeenCalledTimes(1);
  });
});
