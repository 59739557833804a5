// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { tokensCss } from '../build/tokens.mts';

describe('the sheet of design tokens', () => {
  const css = tokensCss();

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
