// @vitest-environment node
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { source as axe } from 'axe-core';
import type { AxeResults } from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { preview, type PreviewServer } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { STATES } from '../gallery/states';

const browserPath = [process.env['CHROMIUM'], '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
  .find((path) => path !== undefined && existsSync(path));
const pictures = process.env['PANEL_SCREENSHOTS'] ?? 'dist/screenshots';
const QUIET = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync'];
// What the server sends with the panels' pages, but for the frame's ancestors.
const POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
  + "connect-src 'self'; base-uri 'none'; form-action 'self'";

if (browserPath === undefined) console.warn('SKIPPED: the gallery under axe. No Chromium found; name its program in CHROMIUM.');

describe.skipIf(browserPath === undefined)('every state of the budget card, in a real browser', () => {
  let server: PreviewServer;
  let browser: Browser;

  beforeAll(async () => {
    const outDir = mkdtempSync(join(tmpdir(), 'tandem-gallery-'));
    // In a process of its own: Vitest's NODE_ENV would make React's development build of it.
    execFileSync('node_modules/.bin/vite', ['build', '--mode', 'gallery', '--outDir', outDir, '--logLevel', 'error'],
      { env: { ...process.env, NODE_ENV: 'production' } });
    server = await preview({
      build: { outDir },
      logLevel: 'error',
      preview: { host: '127.0.0.1', port: 0, headers: { 'Content-Security-Policy': POLICY } },
    });
    browser = await chromium.launch({ executablePath: browserPath!, args: ['--no-sandbox', ...QUIET] });
    mkdirSync(pictures, { recursive: true });
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  const address = (query: string): string => `${server.resolvedUrls!.local[0]}gallery.html?${query}`;

  async function open(state: string, theme: string): Promise<{ page: Page; complaints: string[] }> {
    const page = await browser.newPage({ viewport: { width: 680, height: 320 } });
    const complaints: string[] = [];
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('request', (request) => !request.url().startsWith(address('').slice(0, -'gallery.html?'.length))
      && complaints.push(`a request to ${request.url()}`));
    await page.goto(address(`state=${state}&issueId=10001&issueKey=SHOP-1&theme=${theme}`));
    await settled(page, state);
    return { page, complaints };
  }

  /** A stale state needs its second failed attempt; the others are there when the section is no longer busy. */
  async function settled(page: Page, state: string): Promise<void> {
    await page.locator(state === 'loading' ? '[aria-busy=true]' : '[aria-busy=false]').waitFor();
    if (state.startsWith('stale')) await page.locator('.stale').waitFor();
  }

  const picture = (page: Page, name: string) =>
    page.locator('#panel').screenshot({ path: join(pictures, `${name}.png`), animations: 'disabled' });

  /** 200 px is less than a phone's width at 200 % zoom leaves. */
  async function nothingIsCutOff(page: Page, name: string): Promise<void> {
    await page.setViewportSize({ width: 200, height: 600 });
    await picture(page, `${name}-narrow`);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  }

  for (const state of Object.keys(STATES)) {
    for (const theme of ['light', 'dark']) {
      it(`${state}, ${theme}: axe finds nothing, the console is silent, nothing foreign is asked for`, async () => {
        const { page, complaints } = await open(state, theme);
        await picture(page, `${state}-${theme}`);
        await page.evaluate(axe);
        const { violations } = await page.evaluate(() =>
          (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run());
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
        expect(complaints).toEqual([]);
        await nothingIsCutOff(page, `${state}-${theme}`);
        await page.close();
      }, 30_000);
    }
  }
});
