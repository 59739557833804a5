import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin, Rolldown } from 'vite';

const FILE = join(import.meta.dirname, 'kept-tokens.json');

/** The names of the design tokens that what we build refers to. */
export const keptTokens = (): ReadonlySet<string> => new Set(JSON.parse(readFileSync(FILE, 'utf8')) as string[]);

const DEFINITION = /^\s*(--ds-[\w-]+):.*$/gm;
const KEYFRAMES = /@keyframes ([\w-]+) \{\n(?: {2}.*\n)*\}\n/g;

/** A theme without the tokens that nobody refers to, and without the movements that no token left in it names. */
export function pruned(theme: string, kept: ReadonlySet<string>): string {
  const tokens = theme.replace(DEFINITION, (line, name: string) => (kept.has(name) ? line : ''));
  const still = tokens.replace(KEYFRAMES, '');
  return tokens.replace(KEYFRAMES, (frames, name: string) => (new RegExp(`\\b${name}\\b`).test(still) ? frames : ''));
}

export const definedIn = (theme: string): ReadonlySet<string> => new Set([...theme.matchAll(DEFINITION)].map(([, name]) => name!));

/** The tokens that an asset may refer to: in a style sheet as `var(…)`, in a script as any text. */
export function referredTo({ fileName, text }: { fileName: string; text: string }): ReadonlySet<string> {
  const reference = fileName.endsWith('.css') ? /var\(\s*(--ds-[\w-]+)/g : /(--ds-[\w-]+)/g;
  return new Set([...text.matchAll(reference)].map(([, name]) => name!));
}

const textOf = (output: Rolldown.OutputBundle[string]): string =>
  output.type === 'chunk' ? output.code : Buffer.from(output.source).toString('utf8');

/** Fails the build where an asset refers to a token of the package that was pruned: it would have no colour, in one theme or both. */
export function keepsWhatIsUsed(all: () => ReadonlySet<string>): Plugin {
  return {
    name: 'tandem-kept-tokens',
    apply: 'build',
    generateBundle: { order: 'post', handler(_options, bundle) {
      const [kept, known] = [keptTokens(), all()];
      const used = Object.values(bundle).flatMap((it) => [...referredTo({ fileName: it.fileName, text: textOf(it) })]);
      const missing = [...new Set(used)].filter((name) => known.has(name) && !kept.has(name)).sort();
      if (missing.length > 0) this.error(`add to build/kept-tokens.json, since they are used: ${JSON.stringify(missing)}`);
    } },
  };
}
