// @vitest-environment node
import type { Browser, Locator, Page } from 'playwright-core';
import { preview, type PreviewServer } from 'vite';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { browserPath, built, launch } from './browser';

describe.skipIf(browserPath === undefined)('the matrix under a real pointer', () => {
  let server: PreviewServer;
  let browser: Browser;
  let page: Page;
  let slider: Locator;

  beforeAll(async () => {
    server = await preview({ build: { outDir: built('gallery') }, logLevel: 'error', preview: { host: '127.0.0.1', port: 0 } });
    browser = await launch();
    page = await browser.newPage({ viewport: { width: 340, height: 1_600 } });
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  beforeEach(async () => {
    await page.goto(`${server.resolvedUrls!.local[0]}gallery.html?state=impact-full&issueId=10001&issueKey=SHOP-1`);
    slider = page.getByRole('slider');
    await slider.waitFor();
  });

  const place = () => slider.getAttribute('aria-valuetext');

  /** The middle of a cell, in pixels of the page. */
  async function middle(impact: number, effort: number): Promise<[number, number]> {
    const box = (await page.locator('.matrix-plane').boundingBox())!;
    return [box.x + ((effort - 0.5) / 5) * box.width, box.y + ((5.5 - impact) / 5) * box.height];
  }

  async function drag(from: [number, number], to: [number, number]): Promise<void> {
    await page.mouse.move(...from);
    await page.mouse.down();
    await page.mouse.move(...to, { steps: 8 });
  }

  it('drags the dot from cell to cell, and it is saved where it is let go', async () => {
    await drag(await middle(4, 2), await middle(1, 5));
    expect(await place()).toBe('impact 1 of 5, effort 5 of 5: Time sink');
    await page.mouse.up();
    expect(await place()).toBe('impact 1 of 5, effort 5 of 5: Time sink');
    expect(await page.getByLabel('Effort', { exact: true }).inputValue()).toBe('5');
    await page.locator('[data-state=saved]').waitFor();
  });

  it('puts the dot back with Escape', async () => {
    await drag(await middle(4, 2), await middle(1, 5));
    await page.keyboard.press('Escape');
    await page.mouse.up();
    expect(await place()).toBe('impact 4 of 5, effort 2 of 5: Quick win');
  });

  it('stops at the edge when it is dragged out of the plane', async () => {
    await drag(await middle(4, 2), [5_000, -500]);
    await page.mouse.up();
    expect(await place()).toBe('impact 5 of 5, effort 5 of 5: Big bet');
  });

  it('goes where the plane is clicked', async () => {
    await page.mouse.click(...await middle(2, 1));
    expect(await place()).toBe('impact 2 of 5, effort 1 of 5: Fill-in');
  });

  it('does not change the panel’s height while it saves', async () => {
    const height = () => page.locator('#panel').evaluate((it) => it.getBoundingClientRect().height);
    const before = await height();
    await slider.press('ArrowDown');
    await page.locator('[data-state=saving]').waitFor();
    expect(await height()).toBe(before);
    await page.locator('[data-state=saved]').waitFor();
    expect(await height()).toBe(before);
  });
});
