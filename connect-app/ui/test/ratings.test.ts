import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PartRating } from '../src/matrix/rating';
import { ALL, backlog, narrowed, placed, unplaced, valuesOf } from '../src/project/matrix/backlog';
import { ratingsBy } from '../src/project/matrix/ratings';
import { matrix } from './project';

const at = (impact: 1 | 2 | 3 | 4 | 5, effort: 1 | 2 | 3 | 4 | 5): PartRating => ({ impact, effort });
const NONE: PartRating = { impact: null, effort: null };
const passes = (millis: number) => vi.advanceTimersByTimeAsync(millis);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function stage(send: (id: string, rating: PartRating) => Promise<void> = async () => {}) {
  const sent: [string, PartRating][] = [];
  const failed = vi.fn();
  const ratings = ratingsBy({ send: (id, rating) => { sent.push([id, rating]); return send(id, rating); }, failed });
  return { ratings, sent, failed, drawn: (id: string) => ratings.now().ratings.get(id) };
}

describe('ratings given on the page', () => {
  it('are drawn and sent at once', async () => {
    const { ratings, sent, drawn } = stage();
    ratings.rate('1', at(1, 1), at(2, 1));
    expect(drawn('1')).toEqual(at(2, 1));
    await passes(0);
    expect(sent).toEqual([['1', at(2, 1)]]);
  });

  it('in a row of steps are two calls: the first, and the last half a second later', async () => {
    const { ratings, sent, drawn } = stage();
    ratings.rate('1', at(1, 1), at(2, 1));
    await passes(0);
    ratings.rate('1', at(2, 1), at(3, 1));
    ratings.rate('1', at(3, 1), at(4, 1));
    expect(drawn('1')).toEqual(at(4, 1));
    await passes(499);
    expect(sent).toHaveLength(1);
    await passes(1);
    expect(sent).toEqual([['1', at(2, 1)], ['1', at(4, 1)]]);
    await passes(500);
    ratings.rate('1', at(4, 1), at(5, 1));
    await passes(0);
    expect(sent).toHaveLength(3);
  });

  it('of one issue never overtake each other', async () => {
    const answers: (() => void)[] = [];
    const { ratings, sent } = stage(() => new Promise((resolve) => answers.push(resolve)));
    ratings.rate('1', at(1, 1), at(2, 1));
    await passes(500);
    ratings.rate('1', at(2, 1), at(5, 5));
    await passes(5_000);
    expect(sent).toHaveLength(1);
    answers[0]!();
    await passes(0);
    expect(sent.at(-1)).toEqual(['1', at(5, 5)]);
  });

  it('that were refused are taken back alone, to what is stored', async () => {
    const refused = new Error('no');
    const { ratings, failed, drawn } = stage(async (_, { impact }) => { if (impact === 5) throw refused; });
    ratings.rate('1', at(1, 1), at(2, 2));
    ratings.rate('2', NONE, at(4, 4));
    await passes(500);
    ratings.rate('1', at(2, 2), at(5, 5));
    await passes(500);
    expect(failed).toHaveBeenCalledWith('1', refused);
    expect(drawn('1')).toEqual(at(2, 2));
    expect(drawn('2')).toEqual(at(4, 4));
    expect(ratings.undo()).toBe('2');
  });

  it('are not taken back where a newer one was given meanwhile', async () => {
    let refuse = () => {};
    const { ratings, failed, drawn } = stage(() => new Promise((_, reject) => { refuse = () => reject(new Error('no')); }));
    ratings.rate('1', at(1, 1), at(2, 2));
    await passes(500);
    ratings.rate('1', at(2, 2), at(3, 3));
    refuse();
    await passes(0);
    expect(drawn('1')).toEqual(at(3, 3));
    expect(failed).not.toHaveBeenCalled();
  });

  it('are undone one by one, on the backend too, to not rated at last', async () => {
    const { ratings, sent, drawn } = stage();
    ratings.rate('1', NONE, at(2, 2));
    ratings.rate('1', at(2, 2), at(3, 3));
    await passes(500);
    expect(ratings.undo()).toBe('1');
    expect(drawn('1')).toEqual(at(2, 2));
    ratings.undo();
    expect(ratings.undo()).toBeNull();
    await passes(500);
    expect(sent.at(-1)).toEqual(['1', NONE]);
  });

  it('are sent at once when the person leaves', async () => {
    const { ratings, sent } = stage();
    ratings.rate('1', NONE, at(2, 2));
    ratings.rate('1', at(2, 2), at(3, 2));
    ratings.flushAll();
    await passes(0);
    expect(sent).toHaveLength(2);
    await passes(5_000);
    expect(sent).toHaveLength(2);
  });

  it('cover up what others rate no longer than until the backend’s list has them', async () => {
    const { ratings, drawn } = stage();
    ratings.rate('1', NONE, at(2, 2));
    ratings.seen();
    await passes(500);
    ratings.seen();
    expect(drawn('1')).toEqual(at(2, 2));
    ratings.seen();
    expect(drawn('1')).toBeUndefined();
  });
});

describe('the backlog', () => {
  const { issues } = backlog(matrix);
  it('is on the matrix where it is rated, and waits where it is not', () => {
    expect(placed(issues).map(({ key }) => key)).toEqual(['SHOP-12']);
    expect(unplaced(issues).map(({ key }) => key)).toEqual(['SHOP-13']);
  });
  it('takes a score that is none for not rated', () => {
    expect(backlog({ issues: [{ ...matrix.issues[0], impact: 9 }] }).issues[0]!.impact).toBeNull();
  });
  it.each([
    [{ words: 'shop-12' }, ['SHOP-12']],
    [{ words: 'checkout long' }, ['SHOP-12']],
    [{ budget: 'features' }, ['SHOP-12']],
    [{ budget: '' }, ['SHOP-13']],
    [{ type: 'Bug' }, []],
    [{ status: 'To Do' }, ['SHOP-12', 'SHOP-13']],
  ])('is narrowed by %j', (by, keys) => expect(narrowed(issues, { ...ALL, ...by }).map(({ key }) => key)).toEqual(keys));
  it('knows its types once', () => expect(valuesOf(issues, 'type')).toEqual(['Story']));
});
