import type { Page } from 'playwright-core';

/** A page as people see it whose language is written from right to left. */
export const rightToLeft = (page: Page): Promise<void> => page.evaluate(() => { document.documentElement.dir = 'rtl'; });
