/** How a {@link poll} goes on. */
export interface Pace {
  /** Milliseconds from the end of one run to the start of the next, after so many failures in a row. */
  wait(failures: number): number;
  /** Milliseconds until the first run; at once where nothing else is said. */
  readonly first?: number;
}

export interface Polling {
  /** Runs at once, unless a run is under way. */
  now(): void;
  stop(): void;
}

/**
 * Runs a task again and again while the page is visible, never two runs at a time. A hidden page
 * asks nothing; when it is shown again it asks at once. The task says whether it succeeded; it must not throw.
 */
export function poll(task: () => Promise<boolean>, pace: Pace): Polling {
  let failures = 0;
  let running = false;
  let stopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const run = async () => {
    clearTimeout(timer);
    if (running || stopped || document.hidden) return;
    running = true;
    failures = (await task()) ? 0 : failures + 1;
    running = false;
    if (!stopped) timer = setTimeout(() => void run(), pace.wait(failures));
  };
  const runNow = () => void run();

  document.addEventListener('visibilitychange', runNow);
  if (pace.first === undefined) runNow();
  else timer = setTimeout(runNow, pace.first);
  return {
    now: runNow,
    stop: () => {
      stopped = true;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', runNow);
    },
  };
}

/** One second while all is well; then 2, 4, 8 and at most 10 seconds, so that a sick server can rest. */
export const watchful: Pace = {
  wait: (failures) => Math.min(1_000 * 2 ** failures, 10_000),
};
