import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { HostBridge } from '../src/host/bridge';
import { createConnectBridge, isConnect } from '../src/host/connect';
import { page } from './hosts';

const CLIENT = 'https://jira.example/all.js';
const fetched = vi.fn();

const script = (): HTMLScriptElement | null => document.querySelector(`script[src="${CLIENT}"]`);

const host = () => ({
  context: {
    getToken: (callback: (token: string) => void) => callback('token-1'),
    getContext: (callback: (context: unknown) => void) => callback({ jira: { issue: { id: '7', key: 'SHOP-7' } } }),
  },
  theming: { initializeTheming: vi.fn() },
  events: { on: vi.fn(), off: vi.fn() },
  flag: { create: vi.fn(() => ({ close: vi.fn() })) },
  resize: vi.fn(),
});

/** all.js has been fetched and has run. */
function arrives(): ReturnType<typeof host> {
  const ap = host();
  vi.stubGlobal('AP', ap);
  script()!.dispatchEvent(new Event('load'));
  return ap;
}

function bridge(brought: object = {}): HostBridge {
  const block = document.createElement('script');
  block.type = 'application/json';
  block.id = 'brought-along';
  block.textContent = JSON.stringify(brought);
  document.body.append(block);
  return createConnectBridge();
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('parent', {});
  vi.stubGlobal('fetch', fetched.mockReset().mockImplementation(async () => Response.json({ ok: true }, { headers: { etag: '"8"' } })));
  page();
  document.head.innerHTML = `<link rel="preload" as="script" id="connect-client" href="${CLIENT}">`;
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  document.head.innerHTML = '';
});

describe('the Connect end of the bridge before the client of Jira runs', () => {
  it('is known by the client that the page names', () => {
    expect(isConnect()).toBe(true);
  });

  it('knows the place that the page brought along, and runs no client for it', async () => {
    const place = { issue: { id: '10001', key: 'SHOP-1' }, project: { id: '10', key: 'SHOP' } };
    expect(await bridge({ place }).context()).toMatchObject({ kind: 'connect', issueId: '10001', projectKey: 'SHOP' });
    expect(script()).toBeNull();
  });

  it('runs the client at once where only that knows the place', async () => {
    const asked = bridge().context();
    arrives();
    expect(await asked).toMatchObject({ issueKey: 'SHOP-7' });
  });

  it('runs the client once something is on show, also in a frame that nobody sees', () => {
    vi.stubGlobal('requestAnimationFrame', () => 0);
    bridge().shown!();
    expect(script()).toBeNull();
    vi.advanceTimersByTime(500);
    expect(document.querySelectorAll('script[src]')).toHaveLength(1);
    bridge().shown!();
  });

  it('sends a save that was made meanwhile as soon as there is a token', async () => {
    const jira = bridge();
    const saved = jira.api({ method: 'PUT', path: '/api/x', body: { a: 1 }, ifMatch: '"7"' });
    jira.shown!();
    await vi.advanceTimersByTimeAsync(500);
    expect(fetched).not.toHaveBeenCalled();
    arrives();
    expect(await saved).toMatchObject({ status: 200, etag: '"8"' });
    expect(fetched.mock.calls[0]![1]).toMatchObject({ method: 'PUT', headers: { 'Authorization': 'JWT token-1', 'If-Match': '"7"' } });
  });

  it('follows the theme, tells the height and shows a flag when it runs', () => {
    const jira = bridge();
    void jira.startTheming();
    jira.flag({ id: 'f', kind: 'info', title: 'Removed' });
    jira.onChanged(() => {});
    jira.shown!();
    vi.advanceTimersByTime(500);
    const ap = arrives();
    expect(ap.theming.initializeTheming).toHaveBeenCalledTimes(1);
    expect(ap.flag.create).toHaveBeenCalledTimes(1);
    expect(ap.events.on).toHaveBeenCalledWith('JIRA_ISSUE_CHANGED', expect.any(Function));
  });

  it('fetches a client that did not come again, and is unreachable until then', async () => {
    const jira = bridge();
    jira.shown!();
    vi.advanceTimersByTime(500);
    const outcome = expect(jira.api({ method: 'GET', path: '/api/x' })).rejects.toThrow('Jira did not answer');
    script()!.dispatchEvent(new Event('error'));
    script()!.remove();
    await vi.advanceTimersByTimeAsync(10_000);
    await outcome;
    expect(script()).not.toBeNull();
  });
});
