import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiError, Unreachable } from '../src/host/bridge';
import { createConnectBridge } from '../src/host/connect';
import { page } from './hosts';

const fetched = vi.fn();

/** As much of all.js as the bridge touches: every answer comes through the callback, none as a promise. */
function fakeHost() {
  const listeners = new Map<string, Set<(event: unknown) => void>>();
  let tokens = 0;
  return {
    context: {
      getToken: vi.fn((callback: (token: string) => void) => callback(`token-${++tokens}`)),
      getContext: (callback: (context: unknown) => void) =>
        callback({ jira: { issue: { id: 10001, key: 'SHOP-1' }, project: { id: '10', key: 'SHOP' } } }),
    },
    theming: { initializeTheming: vi.fn() },
    events: {
      on: (name: string, listener: (event: unknown) => void) =>
        void (listeners.get(name) ?? listeners.set(name, new Set()).get(name)!).add(listener),
      off: (name: string, listener: (event: unknown) => void) => void listeners.get(name)?.delete(listener),
    },
    flag: { create: vi.fn(() => ({ close: vi.fn() })) },
    resize: vi.fn(),
    navigator: { go: vi.fn() },
    jira: { refreshIssuePage: vi.fn() },
    emit: (name: string, event: unknown) => listeners.get(name)?.forEach((listener) => listener(event)),
  };
}

let host: ReturnType<typeof fakeHost>;

beforeEach(() => {
  host = fakeHost();
  vi.stubGlobal('AP', host);
  vi.stubGlobal('fetch', fetched.mockReset().mockImplementation(async () => Response.json({ ok: true }, { headers: { etag: '"7"' } })));
  page();
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe('the Connect end of the bridge', () => {
  it('knows the issue and the project from the host, the module from the page', async () => {
    expect(await createConnectBridge().context()).toMatchObject({
      kind: 'connect', moduleKey: 'tandem-tradeoff', issueId: '10001', issueKey: 'SHOP-1', projectId: '10', projectKey: 'SHOP',
    });
  });

  it('asks for a new token with each call', async () => {
    const bridge = createConnectBridge();
    await bridge.api({ method: 'GET', path: '/api/x' });
    await bridge.api({ method: 'PUT', path: '/api/x', body: { a: 1 }, ifMatch: '"7"' });
    const headers = fetched.mock.calls.map(([, init]) => (init as RequestInit).headers);
    expect(headers).toEqual([
      { Accept: 'application/json', Authorization: 'JWT token-1' },
      { 'Accept': 'application/json', 'Authorization': 'JWT token-2', 'Content-Type': 'application/json', 'If-Match': '"7"' },
    ]);
  });

  it('hands back the body and the ETag', async () => {
    expect(await createConnectBridge().api({ method: 'GET', path: '/api/x' })).toEqual({ status: 200, body: { ok: true }, etag: '"7"' });
  });

  it('turns a refusal into an ApiError with its status and problem', async () => {
    fetched.mockResolvedValue(Response.json({ title: 'Forbidden' }, { status: 403 }));
    const failure = await createConnectBridge().api({ method: 'GET', path: '/api/x' }).catch((it: unknown) => it);
    expect(failure).toBeInstanceOf(ApiError);
    expect(failure).toMatchObject({ status: 403, body: { title: 'Forbidden' } });
  });

  it('takes a proxy’s error page for no body', async () => {
    fetched.mockResolvedValue(new Response('<html>', { status: 502 }));
    expect(await createConnectBridge().api({ method: 'GET', path: '/api/x' }).catch((it: unknown) => it))
      .toMatchObject({ status: 502, body: undefined });
  });

  it('calls a backend that is not there unreachable', async () => {
    fetched.mockRejectedValue(new TypeError('Failed to fetch'));
    await expect(createConnectBridge().api({ method: 'GET', path: '/api/x' })).rejects.toBeInstanceOf(Unreachable);
  });

  it('does not wait for ever for a host that stays silent', async () => {
    vi.useFakeTimers();
    host.context.getToken.mockImplementation(() => {});
    const outcome = expect(createConnectBridge().api({ method: 'GET', path: '/api/x' })).rejects.toBeInstanceOf(Unreachable);
    await vi.advanceTimersByTimeAsync(10_000);
    await outcome;
    expect(fetched).not.toHaveBeenCalled();
  });

  it('waits less for a host that stays silent without a connection', async () => {
    vi.useFakeTimers();
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    host.context.getToken.mockImplementation(() => {});
    const outcome = expect(createConnectBridge().api({ method: 'GET', path: '/api/x' })).rejects.toBeInstanceOf(Unreachable);
    await vi.advanceTimersByTimeAsync(1_500);
    await outcome;
  });

  it('runs a flag’s action once, and only its own', () => {
    const undo = vi.fn();
    createConnectBridge().flag({ id: 'f1', kind: 'success', title: 'Deleted', action: { text: 'Undo', run: undo } });
    host.emit('flag.action', { actionIdentifier: 'other' });
    expect(undo).not.toHaveBeenCalled();
    host.emit('flag.action', { actionIdentifier: 'f1' });
    host.emit('flag.action', { actionIdentifier: 'f1' });
    expect(undo).toHaveBeenCalledTimes(1);
  });

  it('leaves an error’s flag until it is closed', () => {
    createConnectBridge().flag({ id: 'f1', kind: 'error', title: 'Not saved' });
    expect(host.flag.create).toHaveBeenCalledWith(expect.objectContaining({ type: 'error', close: 'manual' }));
  });

  it('hears that the issue changed until it is told to stop', () => {
    const changed = vi.fn();
    const stop = createConnectBridge().onChanged(changed);
    host.emit('JIRA_ISSUE_CHANGED', {});
    stop();
    host.emit('JIRA_ISSUE_CHANGED', {});
    expect(changed).toHaveBeenCalledTimes(1);
  });

  it('tells the host each new height once', () => {
    let resized = () => {};
    vi.stubGlobal('ResizeObserver', class {
      constructor(callback: () => void) { resized = callback; }
      observe() {}
      disconnect() {}
    });
    const element = page();
    const heights = [99.2, 99.8, 140];
    element.getBoundingClientRect = () => ({ height: heights.shift() }) as DOMRect;
    createConnectBridge().fitHeight(element);
    resized();
    resized();
    resized();
    expect(host.resize.mock.calls).toEqual([['100%', '100px'], ['100%', '140px']]);
  });
});
