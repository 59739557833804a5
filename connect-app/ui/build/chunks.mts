import { resolve } from 'node:path';
import type { Rolldown } from 'vite';

/** The pages that stand beside each other in an issue: who opens one opens the others. */
const IN_AN_ISSUE = ['acceptance.html', 'tradeoff.html', 'impact.html'];

/** The modules that a page loads before it runs; what is loaded on demand is not among them. */
function loadedBy(page: string, context: Rolldown.ChunkingContext): ReadonlySet<string> {
  const loaded = new Set<string>();
  const open = [resolve(page)];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (loaded.has(id)) continue;
    loaded.add(id);
    open.push(...(context.getModuleInfo(id)?.importedIds ?? []));
  }
  return loaded;
}

type Loaders = (id: string, context: Rolldown.ChunkingContext) => readonly string[];

/** Says which of the pages load a module. */
function loaders(pages: readonly string[]): Loaders {
  let loaded: ReadonlyMap<string, ReadonlySet<string>> | undefined;
  return (id, context) => {
    loaded ??= new Map(pages.map((page) => [page, loadedBy(page, context)]));
    return pages.filter((page) => loaded!.get(page)!.has(id));
  };
}

const panelsAmong = (pages: readonly string[]): number => pages.filter((page) => IN_AN_ISSUE.includes(page)).length;

/**
 * Few files instead of many small ones: a browser asks an HTTP/1.1 server for six at a time, and each further
 * six cost a journey there and back. What the panels share with other pages is one file, what they share among
 * themselves another; the rest is left to the bundler. The shell comes first: a group takes what it imports along.
 */
export function fewFiles(pages: readonly string[]): Rolldown.CodeSplittingOptions {
  const loadersOf = loaders(pages);
  const isShell = (by: readonly string[]): boolean => panelsAmong(by) > 0 && by.length > panelsAmong(by);
  return {
    groups: [
      { name: (id, context) => (isShell(loadersOf(id, context)) ? 'shell' : null), priority: 2, debugName: 'shell' },
      { name: (id, context) => (panelsAmong(loadersOf(id, context)) > 1 ? 'panels' : null), priority: 1, debugName: 'panels' },
    ],
  };
}
