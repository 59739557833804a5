// @vitest-environment node
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import { sizeBudget } from '../build/size-budget.mts';

const KIB = 1024;
/** Gzips to a little over so many KiB. */
const noise = (kib: number): string => randomBytes(kib * KIB).toString('hex');
const chunk = (fileName: string, code: string, more: object) =>
  ({ type: 'chunk', name: 'tradeoff', fileName, code, imports: [], isEntry: false, ...more });

/** Entry and shared chunk of two KiB each and four KiB of style; a chunk loaded on demand does not count. */
const bundle = {
  'entry.js': chunk('entry.js', noise(2), {
    isEntry: true, imports: ['shared.js'], viteMetadata: { importedCss: new Set(['entry.css']) },
  }),
  'shared.js': chunk('shared.js', noise(2), { imports: ['entry.js'] }),
  'later.js': chunk('later.js', noise(500), {}),
  'entry.css': { type: 'asset', fileName: 'entry.css', source: Buffer.from(randomBytes(4 * KIB)) },
};

function judge(budgets: Record<string, number>) {
  const file = join(mkdtempSync(join(tmpdir(), 'tandem-budget-')), 'size-budget.json');
  writeFileSync(file, JSON.stringify(budgets));
  const build = { info: vi.fn(), error: vi.fn() };
  const hook = sizeBudget(file).generateBundle as unknown as { handler(options: unknown, bundle: unknown): void };
  hook.handler.call(build, {}, bundle);
  return build;
}

describe('the size budget', () => {
  it('lets an entry pass that is up to five per cent over it', () => {
    expect(judge({ tradeoff: 8.6 }).error).not.toHaveBeenCalled();
  });

  it('fails the build beyond that', () => {
    expect(judge({ tradeoff: 7 }).error).toHaveBeenCalledWith(expect.stringContaining('tradeoff is over its budget'));
  });

  it('fails the build for an entry that has no number', () => {
    expect(judge({}).error).toHaveBeenCalled();
  });

  it('prints what the first load costs', () => {
    expect(judge({ tradeoff: 12 }).info).toHaveBeenCalledWith(expect.stringMatching(/tradeoff: \d+\.\d KiB gzipped .* budget 12/));
  });
});
