import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { source as axe } from 'axe-core';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { preview, type PreviewServer } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PANELS } from '../gallery/panels';
import type { PanelStates } from '../gallery/panelStates';
import { browserPath, built, launch } from './browser';

/** A state of 500 rows keeps axe busy for a while. */
const STATE_MILLIS = 90_000;
const pictures = process.env['PANEL_SCREENSHOTS'] ?? 'dist/screenshots';
// What the server sends with the panels' pages, but for the frame's ancestors.
const POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
  + "connect-src 'self'; base-uri 'none'; form-action 'self'";

/** Every state of every page in one theme, in a real browser. Each theme has a file of its own, so that both are gone through at once. */
export const everyStateIsSound = (theme: 'light' | 'dark') =>
  describe.skipIf(browserPath === undefined)(`every state of every page, ${theme}, in a real browser`, () => {
    let server: PreviewServer;
    let browser: Browser;
    let page: Page;
    const complaints: string[] = [];

    beforeAll(async () => {
      const outDir = built('gallery');
      server = await preview({
        build: { outDir },
        logLevel: 'error',
        preview: { host: '127.0.0.1', port: 0, headers: { 'Content-Security-Policy': POLICY } },
      });
      browser = await launch();
      page = await browser.newPage();
      page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('request', (request) => {
        if (!request.url().startsWith(server.resolvedUrls!.local[0]!)) complaints.push(`a request to ${request.url()}`);
      });
      mkdirSync(pictures, { recursive: true });
    }, 120_000);

    afterAll(async () => {
      await browser?.close();
      await server?.close();
    });

    const address = (query: string): string => `${server.resolvedUrls!.local[0]}gallery.html?${query}`;

    /** Opens a state in the one page; its predecessor's complaints are forgotten. */
    async function open({ acts, settled }: PanelStates, state: string): Promise<void> {
      complaints.length = 0;
      await page.setViewportSize({ width: 680, height: 320 });
      await page.goto(address(`state=${state}&issueId=10001&issueKey=SHOP-1&projectId=10&projectKey=SHOP&theme=${theme}`));
      await page.evaluate(() => localStorage.clear());
      await page.locator(settled?.[state] ?? '[aria-busy=false]').first().waitFor();
      await acts?.[state]?.(page);
    }

    const picture = (name: string) =>
      page.locator('#panel').screenshot({ path: join(pictures, `${name}.png`), animations: 'disabled' });

    /** 200 px is less than a phone's width at 200 % zoom leaves. */
    async function nothingIsCutOff(name: string): Promise<void> {
      await page.setViewportSize({ width: 200, height: 600 });
      await picture(`${name}-narrow`);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
    }

    for (const [panel, state] of PANELS.flatMap((it) => Object.keys(it.states).map((name) => [it, name] as const))) {
      it(`${state}: axe finds nothing, the console is silent, nothing foreign is asked for`, async () => {
        await open(panel, state);
        await picture(`${state}-${theme}`);
        await page.evaluate(axe);
        const { violations } = await page.evaluate(() =>
          (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run());
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
        expect(complaints).toEqual([]);
        await nothingIsCutOff(`${state}-${theme}`);
      }, STATE_MILLIS);
    }
  });
