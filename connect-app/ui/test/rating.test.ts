import { describe, expect, it } from 'vitest';
import { cellsOf, type RatedIssue } from '../src/matrix/cells';
import { across, cellUnder, down, radiusOf } from '../src/matrix/plane';
import { clamped, quadrantOf, type Rating, type Score, scoreOf, SCORES, stepped } from '../src/matrix/rating';
import { spoken } from '../src/matrix/wording';

const at = (impact: Score, effort: Score): Rating => ({ impact, effort });
const everywhere = SCORES.flatMap((impact) => SCORES.map((effort) => at(impact, effort)));
const issue = (id: string, impact: Score, effort: Score): RatedIssue => ({ id, key: `SHOP-${id}`, summary: `Issue ${id}`, impact, effort });

describe('a rating', () => {
  it.each([
    [5, 1, 'quick-win'], [3, 2, 'quick-win'], [3, 3, 'big-bet'], [5, 5, 'big-bet'],
    [2, 2, 'fill-in'], [1, 1, 'fill-in'], [2, 3, 'time-sink'], [1, 5, 'time-sink'],
  ] as const)('of impact %s and effort %s is a %s', (impact, effort, quadrant) => {
    expect(quadrantOf(at(impact, effort))).toBe(quadrant);
  });

  it.each([
    ['ArrowUp', 4, 3], ['ArrowDown', 2, 3], ['ArrowRight', 3, 4], ['ArrowLeft', 3, 2],
    ['PageUp', 5, 3], ['PageDown', 1, 3], ['End', 3, 5], ['Home', 3, 1],
  ] as const)('goes with %s from the middle to impact %s, effort %s', (key, impact, effort) => {
    expect(stepped(at(3, 3), key)).toEqual(at(impact, effort));
  });

  it('stops at the edges', () => {
    expect(stepped(at(5, 1), 'ArrowUp')).toEqual(at(5, 1));
    expect(stepped(at(5, 1), 'ArrowLeft')).toEqual(at(5, 1));
  });

  it('leaves other keys alone, and Enter once it is whole', () => {
    expect(stepped(at(2, 2), 'a')).toBeNull();
    expect(stepped(at(2, 2), 'Enter')).toBeNull();
  });

  it('that is missing starts in the middle, and a half keeps what it has', () => {
    expect(stepped({ impact: null, effort: null }, 'Enter')).toEqual(at(3, 3));
    expect(stepped({ impact: 5, effort: null }, 'ArrowLeft')).toEqual(at(5, 2));
  });

  it('is spoken with its quadrant', () => {
    expect(spoken(at(4, 2))).toBe('impact 4 of 5, effort 2 of 5: Quick win');
    expect(spoken({ impact: 4, effort: null })).toBe('impact 4 of 5, effort not rated');
    expect(spoken({ impact: null, effort: null })).toBe('not rated yet');
  });

  it.each([[0], [6], [2.5], ['x'], [''], [null], [{}], [true]])('takes %j for no score', (value) => {
    expect(scoreOf(value)).toBeNull();
  });

  it('takes a number, or a digit of a select, for a score', () => {
    expect([scoreOf(4), scoreOf('4')]).toEqual([4, 4]);
  });
});

describe('the plane', () => {
  const box = { left: 10, top: 20, width: 300, height: 200 };

  it('finds every cell under the middle of its dot', () => {
    for (const cell of everywhere) {
      const point = { clientX: box.left + across(cell.effort) * 3, clientY: box.top + down(cell.impact) * 2 };
      expect(cellUnder(box, point)).toEqual(cell);
    }
  });

  it('takes the nearest cell for a point outside', () => {
    expect(cellUnder(box, { clientX: -500, clientY: -500 })).toEqual(at(5, 1));
    expect(cellUnder(box, { clientX: 5_000, clientY: 5_000 })).toEqual(at(1, 5));
  });

  it('never gives what is no score', () => {
    expect(clamped(Number.NaN)).toBe(3);
    expect(cellUnder({ ...box, width: 0, height: 0 }, { clientX: 10, clientY: 20 })).toEqual(at(5, 1));
  });

  it('draws more issues larger, and none larger than a cell', () => {
    expect(radiusOf(1)).toBeLessThan(radiusOf(2));
    expect(radiusOf(2)).toBeLessThan(radiusOf(50));
    expect(radiusOf(100_000)).toBeLessThanOrEqual(16);
  });
});

describe('cells', () => {
  it('gather the issues of one place, from the highest impact down', () => {
    const cells = cellsOf([issue('1', 2, 2), issue('2', 5, 1), issue('3', 2, 2)]);
    expect(cells.map((it) => [it.impact, it.effort, it.issues.map(({ id }) => id)])).toEqual([[5, 1, ['2']], [2, 2, ['1', '3']]]);
  });

  it('are never more than 25, and lose none of ten thousand issues', () => {
    const many = Array.from({ length: 10_000 }, (_, n) => issue(String(n), clamped(1 + (n % 5)), clamped(1 + (n % 7) % 5)));
    const cells = cellsOf(many);
    expect(cells.length).toBeLessThanOrEqual(25);
    expect(new Set(cells.flatMap((it) => it.issues.map(({ id }) => id))).size).toBe(10_000);
  });

  it('are none without issues', () => {
    expect(cellsOf([])).toEqual([]);
  });
});
