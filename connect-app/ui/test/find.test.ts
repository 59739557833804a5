import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { findHost } from '../src/host/find';
import { page } from './hosts';

vi.mock('@forge/bridge', () => ({
  view: { getContext: async () => ({ moduleKey: 'm', locale: 'en_GB', timezone: 'UTC', extension: {} }) },
}));

const ap = {
  context: { getToken: () => {}, getContext: (callback: (context: unknown) => void) => callback({ jira: {} }) },
};

beforeEach(() => void page());
afterEach(() => vi.unstubAllGlobals());

const kind = async () => (await (await findHost()).context()).kind;

describe('which page stands around us', () => {
  it('is Connect where its client library is there and we are in a frame', async () => {
    vi.stubGlobal('AP', ap);
    vi.stubGlobal('parent', {});
    expect(await kind()).toBe('connect');
  });

  it('is ours where the library is there but nobody around us', async () => {
    vi.stubGlobal('AP', ap);
    expect(await kind()).toBe('local');
  });

  it('is ours where nothing is there', async () => {
    expect(await kind()).toBe('local');
  });

  it('is Forge where its bridge is there, whatever else is', async () => {
    vi.stubGlobal('AP', ap);
    vi.stubGlobal('parent', {});
    vi.stubGlobal('__bridge', { callBridge: () => {} });
    expect(await kind()).toBe('forge');
  });
});
