import { createRequire } from 'node:module';
import type { Plugin } from 'vite';
import { keptTokens, pruned } from './kept-tokens.mts';

const NAME = 'virtual:tokens.css';
const RESOLVED = '/__tokens.css';
const COLOURS = ['light', 'dark'] as const;
const MEASURES = ['spacing', 'shape', 'typography', 'motion'] as const;

const themeOf = (name: string): string =>
  createRequire(import.meta.url)(`@atlaskit/tokens/dist/cjs/artifacts/themes/atlassian-${name}.js`).default;

/** Puts one more selector before those that a theme has, so that it also applies where it is not named. */
function alsoFor(selector: string, css: string): string {
  const first = css.indexOf('html[data-');
  if (first < 0) throw new Error('a theme of @atlaskit/tokens no longer begins with its html selector');
  return `${css.slice(0, first)}${selector},\n${css.slice(first)}`;
}

/** One class more weight than the same selector has in another sheet. */
const weightier = (css: string): string => css.replaceAll('html[data-', 'html:root[data-');

/**
 * The design tokens as one static sheet. Connect's all.js takes data-theme and data-color-mode off
 * the document when the host page has no theme, and each theme of the package hangs on one of these:
 * without the added selectors every colour and measure would vanish with them. Where there is a theme,
 * all.js loads the sheets of its own, older tokens after ours: components and tokens that are not of
 * one set do not fit each other, nor the Jira around us, so ours have the greater weight.
 *
 * @param kept the names of those that are wanted; all of them without it
 */
export function tokensCss(kept?: ReadonlySet<string>): string {
  const theme = (name: string): string => (kept === undefined ? themeOf(name) : pruned(themeOf(name), kept));
  const colours = COLOURS.map((name) =>
    name === 'light' ? alsoFor(':root:not([data-color-mode])', theme(name)) : theme(name));
  const measures = MEASURES.map((name) => alsoFor(':root', theme(name)));
  return weightier([...colours, ...measures].join('\n'));
}

/** Serves {@link tokensCss} under the import `virtual:tokens.css`, with the tokens that we use. */
export function tokens(): Plugin {
  return {
    name: 'tandem-tokens',
    resolveId: (id) => (id === NAME ? RESOLVED : undefined),
    load: (id) => (id === RESOLVED ? tokensCss(keptTokens()) : undefined),
  };
}
