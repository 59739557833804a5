import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Plugin, Rolldown } from 'vite';

type Output = Rolldown.OutputBundle[string];

/** How far over its budget an entry may grow before the build fails. */
const TOLERANCE = 1.05;

const gzipped = (output: Output): number =>
  gzipSync(output.type === 'chunk' ? output.code : output.source).byteLength;

/** The files that a browser loads before the entry runs: itself, what it imports, and their style sheets. */
function filesOf(entry: string, bundle: Rolldown.OutputBundle, seen = new Set<string>()): Set<string> {
  const output = bundle[entry];
  if (output === undefined || seen.has(entry)) return seen;
  seen.add(entry);
  if (output.type !== 'chunk') return seen;
  output.imports.forEach((file) => filesOf(file, bundle, seen));
  output.viteMetadata?.importedCss.forEach((file) => filesOf(file, bundle, seen));
  return seen;
}

/**
 * Prints what each entry costs on first load (JavaScript and CSS, gzipped, KiB) and fails the build
 * when that is more than 5 % over the number in `file`, or when an entry has no number there.
 */
export function sizeBudget(file: string): Plugin {
  return {
    name: 'tandem-size-budget',
    apply: 'build',
    generateBundle: { order: 'post', handler(_options, bundle) {
      const budgets = JSON.parse(readFileSync(file, 'utf8')) as Record<string, number>;
      for (const output of Object.values(bundle)) {
        if (output.type !== 'chunk' || !output.isEntry) continue;
        const bytes = [...filesOf(output.fileName, bundle)].reduce((sum, name) => sum + gzipped(bundle[name]!), 0);
        const kib = bytes / 1024;
        const budget = budgets[output.name] ?? 0;
        this.info(`${output.name}: ${kib.toFixed(1)} KiB gzipped on first load, budget ${budget}`);
        if (kib > budget * TOLERANCE) {
          this.error(`${output.name} is over its budget: mend it, or raise the number in ${file} with a reason`);
        }
      }
    } },
  };
}
