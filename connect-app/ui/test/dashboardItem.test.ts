import { afterEach, describe, expect, it, vi } from 'vitest';
import { connectItem } from '../src/gadget/connectItem';
import { isProjectKey, projectOf, projectsOf, Refused } from '../src/gadget/item';
import { Unreachable } from '../src/host/bridge';

const QUERY = new URLSearchParams('dashboardId=10100&dashboardItemId=10200&view=default');
const PROPERTIES = '/rest/api/3/dashboard/10100/items/10200/properties';
const PROPERTY = `${PROPERTIES}/tandem.gadget`;

const refusing = (status: number) => vi.fn().mockRejectedValue({ xhr: { status }, err: 'no' });
/** An item that has this property. */
const holding = (key: string, value: unknown) =>
  vi.fn(async (url: string) => ({ body: JSON.stringify(url.endsWith('/properties') ? { keys: [{ key }] } : { key, value }) }));
const answering = (body: unknown) => vi.fn().mockResolvedValue({ body: JSON.stringify(body) });

afterEach(() => vi.useRealTimers());

describe('the item of a Connect dashboard', () => {
  it('reads the project from a property of the item, as the person', async () => {
    const request = holding('tandem.gadget', { v: 1, project: 'SHOP' });
    expect(await connectItem({ request }, QUERY).chosen()).toBe('SHOP');
    expect(request.mock.calls).toEqual([[PROPERTIES], [PROPERTY]]);
  });

  it('does not ask for a property that is not there: the browser would call that an error', async () => {
    const request = holding('of.another.app', 7);
    expect(await connectItem({ request }, QUERY).chosen()).toBeNull();
    expect(request.mock.calls).toEqual([[PROPERTIES]]);
  });

  it.each([null, {}, { keys: 'none' }])('asks for the property itself where it cannot read the list: %j', async (list) => {
    const request = vi.fn(async (url: string) => ({ body: JSON.stringify(url === PROPERTY ? { value: { v: 1, project: 'SHOP' } } : list) }));
    expect(await connectItem({ request }, QUERY).chosen()).toBe('SHOP');
  });

  it('knows that nothing was chosen yet, also where somebody took it away just now', async () => {
    const request = vi.fn().mockResolvedValueOnce({ body: '{"keys":[{"key":"tandem.gadget"}]}' }).mockRejectedValue({ xhr: { status: 404 } });
    expect(await connectItem({ request }, QUERY).chosen()).toBeNull();
    expect(await connectItem({ request: refusing(404) }, QUERY).chosen()).toBeNull();
  });

  it('does not take a failure for "nothing was chosen": choosing anew would overwrite', async () => {
    await expect(connectItem({ request: refusing(500) }, QUERY).chosen()).rejects.toBeInstanceOf(Unreachable);
  });

  it('does not wait for ever', async () => {
    vi.useFakeTimers();
    const outcome = expect(connectItem({ request: () => new Promise(() => {}) }, QUERY).chosen()).rejects.toBeInstanceOf(Unreachable);
    await vi.advanceTimersByTimeAsync(10_000);
    await outcome;
  });

  it('writes the project there', async () => {
    const request = vi.fn().mockResolvedValue({ body: '' });
    await connectItem({ request }, QUERY).choose('SHOP');
    expect(request).toHaveBeenCalledWith(PROPERTY, { type: 'PUT', contentType: 'application/json', data: '{"v":1,"project":"SHOP"}' });
  });

  it('tells a refusal from silence', async () => {
    await expect(connectItem({ request: refusing(403) }, QUERY).choose('SHOP')).rejects.toBeInstanceOf(Refused);
    await expect(connectItem({ request: refusing(503) }, QUERY).choose('SHOP')).rejects.toBeInstanceOf(Unreachable);
  });

  it('lets no id of the address lead anywhere else', async () => {
    const request = answering({});
    await connectItem({ request }, new URLSearchParams({ dashboardId: '../../myself?', dashboardItemId: '1' })).chosen();
    expect(request.mock.calls[0]![0]).toBe('/rest/api/3/dashboard/..%2F..%2Fmyself%3F/items/1/properties');
  });

  it('has no suggestions where Jira gives none', async () => {
    expect(await connectItem({ request: refusing(400) }, QUERY).projects('sh')).toEqual([]);
    const request = answering({ values: [{ key: 'SHOP', name: 'Shop' }, { key: 7 }, null] });
    expect(await connectItem({ request }, QUERY).projects('a&b')).toEqual([{ key: 'SHOP', name: 'Shop' }]);
    expect(request).toHaveBeenCalledWith('/rest/api/3/project/search?query=a%26b&maxResults=20&orderBy=key');
  });

  it('asks Jira who may choose, and lets them try where Jira does not say', async () => {
    vi.useFakeTimers();
    const said = (isDashboardItemEditable: (callback: (editable: boolean) => void) => void) =>
      connectItem({ request: answering({}), jira: { isDashboardItemEditable } }, QUERY).editable();
    expect(await said((callback) => callback(false))).toBe(false);
    expect(await said((callback) => callback(true))).toBe(true);
    expect(await connectItem({ request: answering({}), jira: {} }, QUERY).editable()).toBe(true);
    const silent = said(() => {});
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await silent).toBe(true);
  });

  it('hears the menu until it is told to stop, and works where the host has none', () => {
    let edit = () => {};
    const heard = vi.fn();
    const jira = { DashboardItem: { onDashboardItemEdit: (listener: () => void) => { edit = listener; } }, setDashboardItemTitle: vi.fn() };
    const item = connectItem({ request: answering({}), jira }, QUERY);
    const stop = item.onConfigure(heard);
    edit();
    stop();
    edit();
    expect(heard).toHaveBeenCalledTimes(1);
    item.entitle('Tech-debt budget: SHOP');
    expect(jira.setDashboardItemTitle).toHaveBeenCalledWith('Tech-debt budget: SHOP');
    expect(() => connectItem({ request: answering({}) }, QUERY).onConfigure(heard)()).not.toThrow();
  });
});

describe('what is stored on a dashboard', () => {
  it.each([null, 7, {}, { project: 7 }, { project: '../admin' }, { project: 'x'.repeat(300) }, []])('is no project: %j', (stored) =>
    expect(projectOf(stored)).toBeNull());
  it.each(['SHOP', 'S2', 'MY_SHOP'])('may be %s', (key) => expect(isProjectKey(key)).toBe(true));
  it.each(['', '1A', 'A-B', 'A B', 'Ä'])('is no key: "%s"', (key) => expect(isProjectKey(key)).toBe(false));
  it('may be no list of projects', () => expect([null, {}, { values: 'x' }].map(projectsOf)).toEqual([[], [], []]));
});
