// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { equal, valueAt, withValueAt } from '../src/shell/json';
import { type Clash, merge } from '../src/shell/merge';
import { inOneOrder } from '../src/shell/order';

type Doc = Readonly<Record<string, unknown>>;
interface Item { readonly id: string; readonly text: number }

const product = <A, B>(as: readonly A[], bs: readonly B[]): [A, B][] => as.flatMap((a) => bs.map((b): [A, B] => [a, b]));
const triples = <T>(space: readonly T[]): [T, T, T][] => product(product(space, space), space).map(([[a, b], c]) => [a, b, c]);

/** Calls back with every triple; a failure says which one it was. */
function everyTriple<T>(space: readonly T[], check: (base: T, mine: T, theirs: T) => void): number {
  const all = triples(space);
  for (const [base, mine, theirs] of all) {
    try {
      check(base, mine, theirs);
    } catch (failure) {
      throw new Error(JSON.stringify({ base, mine, theirs }), { cause: failure });
    }
  }
  return all.length;
}

/** What one side did to a part is in the merged document or in a clash. */
function isKept(parts: { base: unknown; mine: unknown; theirs: unknown; merged: unknown }, clash: Clash | undefined): void {
  const { base, mine, theirs, merged } = parts;
  if (clash !== undefined) {
    expect([clash.mine, clash.theirs]).toEqual([mine, theirs]);
    expect(equal(base, mine) || equal(base, theirs) || equal(mine, theirs)).toBe(false);
    expect(merged).toEqual(theirs === undefined ? mine : theirs);
  } else {
    expect(merged).toEqual(equal(base, mine) ? theirs : mine);
  }
}

const VALUES = [undefined, 0, 1, 2];
const DOCS: Doc[] = product(VALUES, [undefined, 0, 1]).map(([a, b]) => ({ ...(a === undefined ? {} : { a }), ...(b === undefined ? {} : { b }) }));
const TEXTS = [0, 1, 2];
const item = (id: string) => TEXTS.map((text): Item => ({ id, text }));
const LISTS: readonly Item[][] = [
  [], ...item('a').map((it) => [it]), ...item('b').map((it) => [it]),
  ...product(item('a'), item('b').slice(0, 2)).flatMap(([a, b]) => [[a, b], [b, a]]),
];
const SETS: string[][] = [[], ['x'], ['y'], ['z'], ['x', 'y'], ['x', 'z'], ['y', 'z'], ['x', 'y', 'z']];

const sorted = (list: readonly Item[]): Item[] => list.toSorted((a, b) => a.id.localeCompare(b.id));

describe('the merge of objects, over every small case', () => {
  it('keeps what either side did to a key, or holds both in a clash', () => {
    expect(everyTriple(DOCS, (base, mine, theirs) => {
      const { merged, clashes } = merge(base, mine, theirs);
      for (const key of ['a', 'b']) {
        isKept({ base: base[key], mine: mine[key], theirs: theirs[key], merged: merged[key] }, clashes.find((it) => it.path[0] === key));
      }
    })).toBe(1728);
  });

  it('comes to the same where the sides are swapped and nothing clashes', () => {
    everyTriple(DOCS, (base, mine, theirs) => {
      const there = merge(base, mine, theirs);
      const back = merge(base, theirs, mine);
      expect(back.clashes.map(({ path, mine: m, theirs: t }) => ({ path, mine: t, theirs: m }))).toEqual(
        expect.arrayContaining([...there.clashes]));
      if (there.clashes.length === 0) expect(equal(there.merged, back.merged)).toBe(true);
    });
  });

  it('gives the side that changed where the other did not', () => {
    everyTriple(DOCS, (base, mine) => {
      expect(merge(base, mine, base)).toEqual({ merged: mine, clashes: [] });
      expect(merge(base, base, mine)).toEqual({ merged: mine, clashes: [] });
      expect(merge(base, mine, mine)).toEqual({ merged: mine, clashes: [] });
    });
  });
});

describe('the merge of lists of records, over every small case', () => {
  const at = (list: readonly Item[], id: string): Item | undefined => list.find((it) => it.id === id);

  it('keeps what either side did to a record, or holds both in a clash', () => {
    expect(everyTriple(LISTS, (base, mine, theirs) => {
      const { merged, clashes } = merge(base, mine, theirs);
      expect(new Set(merged.map((it) => it.id)).size).toBe(merged.length);
      for (const id of ['a', 'b']) {
        const [b, m, t, all] = [at(base, id), at(mine, id), at(theirs, id), at(merged, id)];
        const inside = clashes.find((it) => it.path[0] === id && it.path.length === 2);
        if (b && m && t) isKept({ base: b.text, mine: m.text, theirs: t.text, merged: all?.text }, inside);
        else isKept({ base: b, mine: m, theirs: t, merged: all }, clashes.find((it) => it.path[0] === id && it.path.length === 1));
      }
    })).toBe(LISTS.length ** 3);
  });

  it('comes to the same records where the sides are swapped and nothing clashes', () => {
    everyTriple(LISTS, (base, mine, theirs) => {
      const there = merge(base, mine, theirs);
      if (there.clashes.length === 0) expect(sorted(merge(base, theirs, mine).merged)).toEqual(sorted(there.merged));
    });
  });

  it('gives the side that changed as it is, its order too', () => {
    everyTriple(LISTS, (base, mine) => {
      expect(merge(base, mine, base).merged).toEqual(mine);
      expect(merge(base, base, mine).merged).toEqual(mine);
    });
  });
});

describe('the merge of lists of strings, over every small case', () => {
  it('adds what either side added and takes away what either side took away, in any order of the sides', () => {
    expect(everyTriple(SETS, (base, mine, theirs) => {
      const { merged, clashes } = merge(base, mine, theirs);
      const expected = ['x', 'y', 'z'].filter((it) =>
        base.includes(it) ? mine.includes(it) && theirs.includes(it) : mine.includes(it) || theirs.includes(it));
      expect(merged.toSorted()).toEqual(expected);
      expect(clashes).toEqual([]);
      expect(merge(base, theirs, mine).merged.toSorted()).toEqual(expected);
    })).toBe(512);
  });
});

describe('one order out of two', () => {
  const subsets = (ids: readonly string[]): string[][] =>
    ids.reduce<string[][]>((all, id) => [...all, ...all.flatMap((it) => it.map((_, place) => it.toSpliced(place, 0, id)).concat([[...it, id]]))], [[]]);
  const ORDERS = subsets(['a', 'b', 'c']);

  it('holds everything that either side holds, once, over every small case', () => {
    expect(everyTriple(ORDERS, (base, mine, theirs) => {
      const order = inOneOrder(base, mine, theirs);
      expect(order.toSorted()).toEqual([...new Set([...mine, ...theirs])].toSorted());
    })).toBe(ORDERS.length ** 3);
  });

  it('is the order of the only side that moved something', () => {
    const abc = ['a', 'b', 'c'];
    expect(inOneOrder(abc, ['c', 'a', 'b'], ['a', 'b', 'c', 'new'])).toEqual(['c', 'new', 'a', 'b']);
    expect(inOneOrder(abc, ['a', 'b', 'c', 'new'], ['c', 'a', 'b'])).toEqual(['c', 'new', 'a', 'b']);
  });

  it('puts what both added at the same place one after the other', () => {
    expect(inOneOrder(['a'], ['a', 'm1', 'm2'], ['a', 't1', 't2'])).toEqual(['a', 't1', 't2', 'm1', 'm2']);
    expect(inOneOrder(['a'], ['m', 'a'], ['a', 't'])).toEqual(['m', 'a', 't']);
  });
});

describe('the merge of a whole document', () => {
  const base = { v: 1, story: { asA: 'buyer', iWant: '' }, criteria: [{ id: 'c1', text: 'one', met: false }], agreed: null };

  it('brings edits of different fields of one record together', () => {
    const mine = { ...base, criteria: [{ id: 'c1', text: 'one', met: true }] };
    const theirs = { ...base, story: { asA: 'buyer', iWant: 'pay' }, criteria: [{ id: 'c1', text: 'changed', met: false }] };
    expect(merge(base, mine, theirs)).toEqual({
      merged: { ...base, story: { asA: 'buyer', iWant: 'pay' }, criteria: [{ id: 'c1', text: 'changed', met: true }] },
      clashes: [],
    });
  });

  it('names a clash by its way into the document', () => {
    const mine = { ...base, criteria: [{ id: 'c1', text: 'mine', met: false }] };
    const theirs = { ...base, criteria: [{ id: 'c1', text: 'theirs', met: false }] };
    expect(merge(base, mine, theirs)).toEqual({
      merged: theirs, clashes: [{ path: ['criteria', 'c1', 'text'], mine: 'mine', theirs: 'theirs' }],
    });
  });

  it('takes lists whole that are neither of records nor of strings', () => {
    expect(merge<unknown>([1], [1, 2], [1, 3])).toEqual({ merged: [1, 3], clashes: [{ path: [], mine: [1, 2], theirs: [1, 3] }] });
  });
});

describe('reaching into a document', () => {
  const whole = { story: { asA: 'x' }, criteria: [{ id: 'c1', text: 'one' }, { id: 'c2', text: 'two' }] };

  it('finds by key and by id', () => {
    expect(valueAt(whole, ['criteria', 'c2', 'text'])).toBe('two');
    expect(valueAt(whole, ['criteria', 'c9', 'text'])).toBeUndefined();
  });

  it('sets, takes away and puts back', () => {
    expect(withValueAt(whole, ['story', 'asA'], 'y').story).toEqual({ asA: 'y' });
    const without = withValueAt(whole, ['criteria', 'c1'], undefined);
    expect(without.criteria).toEqual([{ id: 'c2', text: 'two' }]);
    expect(withValueAt(without, ['criteria', 'c1'], { id: 'c1', text: 'one' }).criteria).toHaveLength(2);
    expect(withValueAt(whole, ['criteria', 'c9', 'text'], 'x')).toEqual(whole);
  });

  it('leaves alone what the path does not touch', () => {
    const next = withValueAt(whole, ['criteria', 'c1', 'text'], 'new');
    expect(next.criteria[1]).toBe(whole.criteria[1]);
    expect(next.story).toBe(whole.story);
  });
});
