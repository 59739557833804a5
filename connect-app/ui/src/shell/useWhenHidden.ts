import { useEffect, useRef } from 'react';

/** Calls back when the page goes out of sight or away: it then leaves no field the time to be left. */
export function useWhenHidden(callback: () => void): void {
  const latest = useRef(callback);
  latest.current = callback;
  useEffect(() => {
    const { signal, abort } = aborting();
    const hidden = () => { if (document.hidden) latest.current(); };
    // In the capturing phase: before a document is saved a last time.
    document.addEventListener('visibilitychange', hidden, { capture: true, signal });
    window.addEventListener('pagehide', () => latest.current(), { capture: true, signal });
    return abort;
  }, []);
}

function aborting() {
  const controller = new AbortController();
  return { signal: controller.signal, abort: () => controller.abort() };
}
