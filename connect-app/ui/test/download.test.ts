import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiError, Unreachable } from '../src/host/bridge';
import { createConnectBridge } from '../src/host/connect';
import { callForFile } from '../src/host/http';
import { createLocalBridge } from '../src/host/local';

const PATH = '/api/project/SHOP/decisions/export?format=markdown';
const ZIP = new Uint8Array([80, 75, 3, 4, 0, 255]);
const clicked: { name: string; address: string }[] = [];

beforeEach(() => {
  clicked.length = 0;
  URL.createObjectURL = vi.fn(() => 'blob:one');
  URL.revokeObjectURL = vi.fn();
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) {
    clicked.push({ name: this.download, address: this.href });
  });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const answer = () => new Response(ZIP, { headers: { 'Content-Type': 'application/zip' } });

describe('a download', () => {
  it('is fetched with the token, byte for byte, and saved under its name', async () => {
    const fetched = vi.fn(async () => answer());
    vi.stubGlobal('fetch', fetched);
    vi.stubGlobal('AP', { context: { getToken: (callback: (token: string) => void) => callback('token-1') } });
    await createConnectBridge().download!({ path: PATH, fileName: 'SHOP-decisions.zip' });
    expect(fetched).toHaveBeenCalledWith(PATH, expect.objectContaining({ headers: { Authorization: 'JWT token-1' }, credentials: 'omit' }));
    expect(clicked).toEqual([{ name: 'SHOP-decisions.zip', address: 'blob:one' }]);
    const [saved] = vi.mocked(URL.createObjectURL).mock.calls[0] as [Blob];
    expect(new Uint8Array(await saved.arrayBuffer())).toEqual(ZIP);
  });

  it('leaves nothing behind: neither the link nor, after a minute, the content', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    await createLocalBridge(async () => answer()).download!({ path: PATH, fileName: 'a.zip' });
    expect(document.querySelector('a')).toBeNull();
    expect(URL.revokeObjectURL).not.toHaveBeenCalled();
    vi.advanceTimersByTime(60_000);
    expect(URL.revokeObjectURL).toHaveBeenCalledWith('blob:one');
  });

  it('that is refused saves nothing and keeps the backend’s words', async () => {
    const refused = async () => Response.json({ detail: 'Not yours.' }, { status: 403 });
    const failure = await createLocalBridge(refused).download!({ path: PATH, fileName: 'a.zip' }).catch((it: unknown) => it);
    expect(failure).toBeInstanceOf(ApiError);
    expect(failure).toMatchObject({ status: 403, body: { detail: 'Not yours.' } });
    expect(clicked).toEqual([]);
  });

  it('that nobody answers is unreachable', async () => {
    await expect(callForFile(PATH, null, () => Promise.reject(new TypeError('Failed to fetch')))).rejects.toBeInstanceOf(Unreachable);
  });
});
