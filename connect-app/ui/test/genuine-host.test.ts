// @vitest-environment node
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { browserPath, built, launch } from './browser';
import { CDN, type Site, site } from './jira/site';

const twin = { key: 'CHK-12', url: 'http://localhost/CHK-12', agrees: true, since: '2026-11-20T10:00:00Z', state: 'agrees', why: null };
const features = { name: 'features', label: 'budget:features', share: 80 };
const full = { budget: features, mapping: { projectKey: 'SHOP' }, twin };
const health = { ...full, budget: { name: 'system-health', label: 'budget:system-health', share: 20 } };

/** The host asks its page's feature service, which is not there, and says so twice. Nothing hangs on it. */
const HARMLESS = '[ACJS] Feature flag service';

describe.skipIf(browserPath === undefined)('the panel under the genuine Connect host', () => {
  let folder: string;
  let browser: Browser;
  let jira: Site;
  let page: Page;
  let panel: FrameLocator;
  let complaints: string[];

  beforeAll(async () => {
    folder = built('production');
    browser = await launch();
  }, 60_000);

  beforeEach(async () => {
    jira = await site(folder, full);
    page = await browser.newPage();
    complaints = [];
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    // The client's theme sheets, of older tokens than ours, come from its package: no test asks the internet.
    await page.route(`${CDN}/**`, (route) =>
      route.fulfill({ path: `node_modules/atlassian-connect-js/dist${new URL(route.request().url()).pathname}` }));
    await page.goto(`${jira.host}/host.html`);
    panel = page.frameLocator('iframe');
    await panel.getByText('Features', { exact: true }).waitFor();
  }, 20_000);

  afterEach(async () => {
    await page.close();
    jira.close();
  });
  afterAll(() => browser?.close());

  const frameOfPanel = () => page.frames().find((frame) => frame.url().includes('/panel/tradeoff'))!;
  const background = () => frameOfPanel().evaluate(() => getComputedStyle(document.body).backgroundColor);

  it('shows the issue that the host names, with a new token for each call, and nothing complains', async () => {
    await expect.poll(() => jira.seen.length, { timeout: 15_000 }).toBeGreaterThanOrEqual(3);
    expect(jira.seen.slice(0, 3).sort()).toEqual(['JWT token-1', 'JWT token-2', 'JWT token-3']);
    expect(complaints.filter((text) => !text.includes(HARMLESS))).toEqual([]);
  });

  it('shows a change within two seconds', async () => {
    jira.answer = health;
    await panel.getByText('System health', { exact: true }).waitFor({ timeout: 15_000 });
  });

  it('makes its frame as tall as it is, when it grows too', async () => {
    const fits = async () => {
      const height = await frameOfPanel().evaluate(() => document.getElementById('panel')!.getBoundingClientRect().height);
      return (await page.locator('iframe').boundingBox())!.height - Math.ceil(height);
    };
    await expect.poll(fits, { timeout: 15_000 }).toBe(0);
    const before = (await page.locator('iframe').boundingBox())!.height;
    jira.answer = { ...full, twin: { ...twin, state: 'conflict', why: 'Both sides were changed. '.repeat(15) } };
    await expect.poll(async () => (await page.locator('iframe').boundingBox())!.height, { timeout: 15_000 }).toBeGreaterThan(before);
    await expect.poll(fits, { timeout: 15_000 }).toBe(0);
  });

  it('follows the host from light to dark and back', async () => {
    const light = 'rgb(255, 255, 255)';
    await expect.poll(background, { timeout: 15_000 }).toBe(light);
    const sheet = page.waitForResponse(`${CDN}/themes/atlaskit-tokens_dark.css`);
    await page.evaluate(() => { document.documentElement.dataset['colorMode'] = 'dark'; });
    await sheet;
    await expect.poll(background, { timeout: 15_000 }).toBe('rgb(31, 31, 33)');
    await page.evaluate(() => { document.documentElement.dataset['colorMode'] = 'light'; });
    await expect.poll(background, { timeout: 15_000 }).toBe(light);
  });

  it('keeps its colours and measures where the host has no theme', async () => {
    await page.evaluate(() => {
      delete document.documentElement.dataset['colorMode'];
      delete document.documentElement.dataset['theme'];
    });
    await expect.poll(() => frameOfPanel().evaluate(() => document.documentElement.dataset['colorMode'] ?? 'none')).toBe('none');
    const text = () => frameOfPanel().evaluate(() => {
      const style = getComputedStyle(document.documentElement);
      return ['--ds-text', '--ds-space-100', '--ds-font-body'].map((name) => style.getPropertyValue(name) !== '');
    });
    expect(await text()).toEqual([true, true, true]);
  });

  it('asks nothing of the backend while nobody can see it', async () => {
    // Chromium has no switch for a hidden tab in headless mode: the page is told that it is.
    await frameOfPanel().evaluate(() => {
      Object.defineProperty(document, 'hidden', { configurable: true, get: () => true });
      document.dispatchEvent(new Event('visibilitychange'));
    });
    await page.waitForTimeout(300);
    const asked = jira.seen.length;
    await page.waitForTimeout(2_500);
    expect(jira.seen).toHaveLength(asked);
  });
});
