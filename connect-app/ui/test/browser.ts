import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

/** The system's Chromium, or undefined: then the tests that need it are skipped, and say so. */
export const browserPath = [process.env['CHROMIUM'], '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
  .find((path) => path !== undefined && existsSync(path));

if (browserPath === undefined) console.warn('SKIPPED: what needs a real browser. No Chromium found; name its program in CHROMIUM.');

const QUIET = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync'];

export const launch = (): Promise<Browser> =>
  chromium.launch({ executablePath: browserPath!, args: ['--no-sandbox', ...QUIET] });

/**
 * Builds the pages as they ship (or the gallery) into a new folder. In a process of its own: Vitest's
 * NODE_ENV would make React's development build of it.
 */
export function built(mode: 'production' | 'gallery'): string {
  const folder = mkdtempSync(join(tmpdir(), `tandem-${mode}-`));
  execFileSync('node_modules/.bin/vite', ['build', '--mode', mode, '--outDir', folder, '--logLevel', 'error'],
    { env: { ...process.env, NODE_ENV: 'production' } });
  return folder;
}
