import { equal, type Fields, idOf, isFields, keysOf, type Path } from './json';
import { inOneOrder } from './order';

/** The same part, changed in two ways. Undefined stands for "taken away". */
export interface Clash {
  readonly path: Path;
  readonly mine: unknown;
  readonly theirs: unknown;
}

export interface Merged<T> {
  readonly merged: T;
  readonly clashes: readonly Clash[];
}

interface Three {
  readonly base: unknown;
  readonly mine: unknown;
  readonly theirs: unknown;
}

/**
 * Two changed forms of one JSON document become one. Objects merge key by key, lists of records by their
 * `id`, lists of strings as sets; everything else is taken whole. What only one side changed is as that
 * side has it. Where both changed the same part differently the merged document holds theirs and the
 * clash holds both; where one side took away what the other changed, it holds the change. So nothing that
 * either side wrote is missing from the merged document and the clashes together.
 */
export function merge<T>(base: T, mine: T, theirs: T): Merged<T> {
  const clashes: Clash[] = [];
  const merged = mergeAny({ base, mine, theirs }, [], clashes) as T;
  return { merged, clashes };
}

function mergeAny(three: Three, path: Path, clashes: Clash[]): unknown {
  const { base, mine, theirs } = three;
  if (equal(base, theirs) || equal(mine, theirs)) return mine;
  if (equal(base, mine)) return theirs;
  if (isFields(base) && isFields(mine) && isFields(theirs)) return mergeFields(base, mine, theirs, (key) =>
    mergeAny(at(three, key), [...path, key], clashes));
  if (Array.isArray(base) && Array.isArray(mine) && Array.isArray(theirs)) {
    const all = [...base, ...mine, ...theirs];
    if (all.every((it) => typeof it === 'string')) return mergeSets(base, mine, theirs);
    if ([base, mine, theirs].every(isListOfRecords)) return mergeRecords({ base, mine, theirs }, path, clashes);
  }
  clashes.push({ path, mine, theirs });
  return theirs === undefined ? mine : theirs;
}

const at = ({ base, mine, theirs }: Three, key: string): Three =>
  ({ base: (base as Fields)[key], mine: (mine as Fields)[key], theirs: (theirs as Fields)[key] });

function mergeFields(base: Fields, mine: Fields, theirs: Fields, part: (key: string) => unknown): Fields {
  const parts = keysOf(theirs, mine, base).map((key) => [key, part(key)] as const);
  return Object.fromEntries(parts.filter(([, value]) => value !== undefined));
}

function mergeSets(base: readonly unknown[], mine: readonly unknown[], theirs: readonly unknown[]): unknown[] {
  const gone = new Set(base.filter((it) => !mine.includes(it)));
  const added = mine.filter((it) => !base.includes(it) && !theirs.includes(it));
  return [...theirs.filter((it) => !gone.has(it)), ...added];
}

type Lists = { readonly [side in keyof Three]: readonly unknown[] };

function mergeRecords({ base, mine, theirs }: Lists, path: Path, clashes: Clash[]): unknown[] {
  const [b, m, t] = [byId(base), byId(mine), byId(theirs)];
  const order = inOneOrder([...b.keys()], [...m.keys()], [...t.keys()]);
  return order
    .map((id) => mergeAny({ base: b.get(id), mine: m.get(id), theirs: t.get(id) }, [...path, id], clashes))
    .filter((it) => it !== undefined);
}

const byId = (list: readonly unknown[]): Map<string, unknown> => new Map(list.map((it) => [idOf(it)!, it]));

const isListOfRecords = (list: readonly unknown[]): boolean => {
  const ids = list.map(idOf);
  return !ids.includes(undefined) && new Set(ids).size === ids.length;
};
