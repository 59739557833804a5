import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { fewFiles } from './build/chunks.mts';
import { definedIn, keepsWhatIsUsed } from './build/kept-tokens.mts';
import { packed } from './build/packed.mts';
import { sizeBudget } from './build/size-budget.mts';
import { tokens, tokensCss } from './build/tokens.mts';

// `vite build` makes what ships: one entry a page. `--mode gallery` makes the page that shows every
// state of every panel without a Jira; it is for people and for tests and never gets into the jar.
const PAGES = ['acceptance', 'tradeoff', 'impact', 'project', 'gadget', 'admin']
  .map((name) => `${name}.html`)
  .filter((file) => existsSync(resolve(import.meta.dirname, file)));

export default defineConfig(({ mode }) => ({
  base: './',
  plugins: [react(), tokens(), keepsWhatIsUsed(() => definedIn(tokensCss())), ...(mode === 'gallery' ? [] : [sizeBudget('size-budget.json'), packed()])],
  resolve: {
    alias: [
      {
        // Atlaskit carries an experiment client of about 28 KiB gzipped that nobody outside
        // Atlassian ever starts.
        find: /^@atlaskit\/feature-gate-js-client(\/.*)?$/,
        replacement: resolve(import.meta.dirname, 'stubs/feature-gates.js'),
      },
    ],
    // Several versions of the tokens package nest below other packages; two Reacts do not work at all.
    // Vitest would take the CommonJS of these packages, whose own requires no alias reaches.
    ...(process.env['VITEST'] === undefined ? {} : { mainFields: ['module', 'main'] }),
    dedupe: ['@atlaskit/tokens', 'react', 'react-dom'],
  },
  build: {
    target: 'es2022',
    manifest: true,
    modulePreload: { polyfill: false },
    outDir: mode === 'gallery' ? 'dist/gallery' : 'dist/ui',
    rolldownOptions: mode === 'gallery'
      ? { input: ['gallery.html'] }
      : { input: PAGES, output: { codeSplitting: fewFiles(PAGES) } },
  },
  test: {
    environment: 'jsdom',
    setupFiles: ['test/browser-gaps.ts'],
    testTimeout: 60_000,
    // By default one less than there are cores, which on a small machine is one.
    maxWorkers: 2,
    include: ['test/**/*.test.{ts,tsx}'],
    server: { deps: { inline: [/@atlaskit\//, /@compiled\//] } },
  },
}));
