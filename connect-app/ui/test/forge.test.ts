import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiError, Unreachable } from '../src/host/bridge';
import { page } from './hosts';

const forge = vi.hoisted(() => ({
  events: { on: vi.fn() },
  invokeRemote: vi.fn(),
  router: { navigate: vi.fn() },
  showFlag: vi.fn(() => ({ close: vi.fn() })),
  view: { getContext: vi.fn(), refresh: vi.fn(), theme: { enable: vi.fn() } },
}));
vi.mock('@forge/bridge', () => forge);

const { createForgeBridge } = await import('../src/host/forge');

beforeEach(() => {
  vi.clearAllMocks();
  page();
});

describe('the Forge end of the bridge', () => {
  it('knows the issue, the locale and the time zone from Forge', async () => {
    forge.view.getContext.mockResolvedValue({
      moduleKey: 'tandem-tradeoff-panel', locale: 'en_US', timezone: 'Europe/Berlin',
      extension: { issue: { id: '10001', key: 'SHOP-1' }, project: { id: '10', key: 'SHOP' } },
    });
    expect(await createForgeBridge().context()).toEqual({
      kind: 'forge', moduleKey: 'tandem-tradeoff-panel', issueId: '10001', issueKey: 'SHOP-1', projectId: '10',
      projectKey: 'SHOP', locale: 'en-US', timeZone: 'Europe/Berlin',
    });
  });

  it('calls the remote and finds the ETag whatever its case', async () => {
    forge.invokeRemote.mockResolvedValue({ status: 200, headers: { eTaG: ['"7"'] }, body: { ok: true } });
    expect(await createForgeBridge().api({ method: 'PUT', path: '/api/x', body: { a: 1 }, ifMatch: '"6"' }))
      .toEqual({ status: 200, body: { ok: true }, etag: '"7"' });
    expect(forge.invokeRemote).toHaveBeenCalledWith({
      method: 'PUT', path: '/api/x', body: { a: 1 }, headers: { 'Accept': 'application/json', 'If-Match': '"6"' },
    });
  });

  it('tells a refusal from silence', async () => {
    forge.invokeRemote.mockResolvedValueOnce({ status: 409, headers: {}, body: {} });
    await expect(createForgeBridge().api({ method: 'GET', path: '/' })).rejects.toBeInstanceOf(ApiError);
    forge.invokeRemote.mockRejectedValueOnce(new Error('timeout'));
    await expect(createForgeBridge().api({ method: 'GET', path: '/' })).rejects.toBeInstanceOf(Unreachable);
  });

  it('leaves an error’s flag until it is closed', () => {
    createForgeBridge().flag({ id: 'f1', kind: 'error', title: 'Not saved' });
    expect(forge.showFlag).toHaveBeenCalledWith({ id: 'f1', title: 'Not saved', type: 'error', isAutoDismiss: false });
  });

  it('stops hearing of changes, although Forge gives the subscription only later', async () => {
    const unsubscribe = vi.fn();
    forge.events.on.mockResolvedValue({ unsubscribe });
    createForgeBridge().onChanged(() => {})();
    await vi.waitFor(() => expect(unsubscribe).toHaveBeenCalled());
  });
});
