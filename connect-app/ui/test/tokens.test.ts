// @vitest-environment node
import { describe, expect, it, vi } from 'vitest';
import { definedIn, keepsWhatIsUsed, keptTokens, pruned } from '../build/kept-tokens.mts';
import { tokensCss } from '../build/tokens.mts';

describe('the sheet of design tokens', () => {
  const css = tokensCss(keptTokens());

  it('applies the light colours also where the host named no theme', () => {
    expect(css).toMatch(/:root:not\(\[data-color-mode]\),\s*html:root\[data-color-mode="light"]/);
  });

  it('applies spacing, shape, type and motion always', () => {
    expect(css.match(/:root,\s*html:root\[data-theme/g)).toHaveLength(4);
  });

  it('outweighs the sheets that Connect’s client loads after it', () => {
    expect(css).not.toMatch(/html\[data-/);
  });

  it('holds both colour modes', () => {
    expect(css).toContain('color-scheme: light');
    expect(css).toContain('color-scheme: dark');
  });

  it.each(['--ds-text', '--ds-surface', '--ds-space-100', '--ds-font-body', '--ds-radius-small', '--ds-font-heading-xsmall',
    '--ds-skeleton', '--ds-background-information', '--ds-font-code', '--ds-border-focused'])(
    'defines %s, which our sheets use', (name) => expect(css).toMatch(new RegExp(`${name}:`)));
});

describe('the tokens that are kept', () => {
  const THEME = '\n@keyframes Up {\n  0% {\n    top: 1px;\n  }\n}\n@keyframes Down {\n  0% {\n    top: 0;\n  }\n}\nhtml {\n  color-scheme: dark;\n  --ds-text: #111;\n  --ds-text-subtle: #222;\n  --ds-enter: 1s Up;\n  --ds-leave: 1s Down;\n}\n';

  it('are those with just that name, and the movements that they name', () => {
    const left = pruned(THEME, new Set(['--ds-text', '--ds-enter']));
    expect([...definedIn(left)]).toEqual(['--ds-text', '--ds-enter']);
    expect(left).toContain('@keyframes Up');
    expect(left).not.toContain('Down');
    expect(left).toContain('color-scheme: dark');
  });

  it('are all in the package, and the colours among them in both themes', () => {
    const css = tokensCss(keptTokens());
    expect([...keptTokens()].filter((name) => !definedIn(css).has(name))).toEqual([]);
    const both = [...keptTokens()].filter((name) => /-(text|surface|border|icon|background)/.test(name));
    const times = (name: string): number => css.split(`${name}:`).length - 1;
    expect(both.filter((name) => !name.startsWith('--ds-border-width') && times(name) !== 2)).toEqual([]);
  });

  function judged(bundle: Record<string, unknown>) {
    const hook = keepsWhatIsUsed(() => new Set(['--ds-text', '--ds-never-kept'])).generateBundle as unknown as
      { handler(options: unknown, bundle: unknown): void };
    const error = vi.fn();
    hook.handler.call({ error }, {}, bundle);
    return error;
  }

  it.each([
    { fileName: 'a.css', type: 'asset', source: 'a{color:var(--ds-never-kept,red)}' },
    { fileName: 'a.js', type: 'chunk', code: 'const it="var(--ds-never-kept)"' },
  ])('lack none that an asset refers to, or the build fails: $fileName', (asset) =>
    expect(judged({ [asset.fileName]: asset })).toHaveBeenCalledWith(expect.stringContaining('"--ds-never-kept"')));

  it('need not be those that are only defined, or of somebody else', () =>
    expect(judged({ 'a.css': { fileName: 'a.css', type: 'asset', source: ':root{--ds-never-kept:1}a{color:var(--ds-text);top:var(--ds-of-others)}' } }))
      .not.toHaveBeenCalled());
});
