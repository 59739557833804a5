import { vi } from 'vitest';
import type { ApiResponse, HostBridge, HostContext } from '../src/host/bridge';

export const CONTEXT: HostContext = {
  kind: 'local', moduleKey: 'tandem-tradeoff', issueId: '10001', issueKey: 'SHOP-1', locale: 'en-GB', timeZone: 'UTC',
};

/** A bridge whose backend answers as told; the host calls back through `change`. */
export function bridgeTo(api: () => Promise<ApiResponse>): HostBridge & { change: () => void } {
  let changed = () => {};
  return {
    context: async () => CONTEXT,
    startTheming: async () => {},
    api: vi.fn(api),
    flag: () => ({ close: () => {} }),
    onChanged: (callback) => {
      changed = callback;
      return () => { changed = () => {}; };
    },
    fitHeight: () => () => {},
    openIssue: () => {},
    refreshIssue: () => {},
    change: () => changed(),
  };
}

export const ok = (body: unknown): ApiResponse => ({ status: 200, body });

/** The page that every panel is drawn into. */
export function page(moduleKey = 'tandem-tradeoff'): HTMLElement {
  document.body.innerHTML = `<main id="panel" data-module-key="${moduleKey}"></main>`;
  return document.getElementById('panel')!;
}
