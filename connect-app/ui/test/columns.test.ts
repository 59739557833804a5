import { describe, expect, it } from 'vitest';
import { type Box, columns, heightAt } from '../src/project/budget/columns';
import { debtColumns, debtScale } from '../src/project/budget/debt';
import { labels } from '../src/project/budget/labels';
import { type Period, report as parse } from '../src/project/budget/report';
import { debtTarget, stacked, standing } from '../src/project/budget/shares';
import { budgets, report } from './project';

const BOX: Box = { left: 40, right: 440, top: 20, bottom: 220 };
const parsed = parse(report);

const period = (features: number, health: number, none: number, current = false): Period => ({
  name: 'W1', from: null, current, untagged: { amount: none, issues: none },
  parts: [{ budget: 'features', amount: features, issues: 1 }, { budget: 'system-health', amount: health, issues: 1 }],
});

describe('the columns of the burn chart', () => {
  it('fill the box from the ground to the top, without gap or overlap', () => {
    for (const { segments } of columns(parsed.periods, parsed.budgets, BOX)) {
      let ground = BOX.bottom;
      for (const { y, height } of segments) {
        expect(y + height).toBeCloseTo(ground, 6);
        ground = y;
      }
      expect(ground).toBeCloseTo(BOX.top, 6);
    }
  });

  it('stand the smallest target on the ground, so that it can be read against the line', () => {
    const [column] = columns([period(6, 2, 1)], budgets, BOX);
    expect(column!.segments.map(({ budget, share }) => [budget, share])).toEqual([['system-health', 25], ['features', 75]]);
    expect(column!.segments[0]!.y).toBe(heightAt(25, BOX));
  });

  it('leave out what got nothing, and everything where nothing was finished on a budget', () => {
    expect(columns([period(5, 0, 0)], budgets, BOX)[0]!.segments.map(({ budget }) => budget)).toEqual(['features']);
    expect(columns([period(0, 0, 7)], budgets, BOX)[0]!.segments).toEqual([]);
  });

  it('stay inside the box and in order, for one period as for twenty-six', () => {
    for (const count of [1, 8, 26]) {
      const drawn = columns(Array.from({ length: count }, () => period(1, 1, 1)), budgets, BOX);
      expect(drawn[0]!.x).toBeGreaterThanOrEqual(BOX.left);
      expect(drawn.at(-1)!.x + drawn.at(-1)!.width).toBeLessThanOrEqual(BOX.right);
      drawn.slice(1).forEach(({ x }, index) => expect(x).toBeGreaterThan(drawn[index]!.x + drawn[index]!.width));
    }
  });

  it('keep a colour for each budget whatever else a period has', () => {
    const orderOf = (it: Period) => columns([it], budgets, BOX)[0]!.segments.find(({ budget }) => budget === 'features')!.order;
    expect(orderOf(period(1, 0, 0))).toBe(orderOf(period(1, 5, 2)));
  });
});

describe('the names under the columns', () => {
  const shown = (names: string[], slot: number) =>
    labels(names, names.map((_, index) => slot * (index + 0.5)), slot * names.length).map(({ text }) => text);
  const weeks = ['W1', 'W2', 'W3', 'W4', 'W5', 'W6', 'W7'];

  it('are all there where there is room', () => expect(shown(weeks, 40)).toEqual(weeks));
  it('are thinned where there is none, and the last one stays', () =>
    expect(shown(weeks, 10)).toEqual(['W1', null, null, 'W4', null, null, 'W7']));
  it('need more room when they are longer, and are cut', () =>
    expect(shown(['Sprint of the whale', 'Sprint of the owl'], 40)).toEqual([null, 'Sprint o…']));
  it('never leave the picture', () => {
    expect(labels(['Sprint 1', 'Sprint 2'], [20, 60], 80).at(-1)).toEqual({ text: 'Sprint 2', x: 80, anchor: 'end' });
  });
  it('of nothing are none', () => expect(labels([], [], 80)).toEqual([]));
});

describe('what went into debt', () => {
  it('is all but the largest budget, whatever their order', () => {
    expect(debtTarget([...budgets, { name: 'security', label: 'budget:security', target: 5 }])).toBe(25);
    expect(stacked(budgets.toReversed()).map(({ name }) => name)).toEqual(['system-health', 'features']);
  });
  it('is, of two budgets with equal targets, the second', () => {
    const equal = [{ name: 'a', label: 'a', target: 50 }, { name: 'b', label: 'b', target: 50 }];
    expect(stacked(equal).map(({ name }) => name)).toEqual(['b', 'a']);
  });
  it.each([
    [period(20, 2, 0), 'under'],
    [period(80, 20, 50), 'on'],
    [period(81, 19, 0), 'on'],
    [period(4, 0, 0), 'on'],
    [period(5, 5, 0), 'over'],
    [period(20, 2, 0, true), 'open'],
    [period(0, 0, 9), 'none'],
  ])('stands to the target as the backend would judge it: %#', (given, expected) => expect(standing(given, budgets)).toBe(expected));
});

describe('the debt chart', () => {
  const point = (opened: number, paid: number, left: number) => ({ period: 'W1', opened, paid, left });
  it.each([
    [[point(0, 0, 0)], 1, [0, 1]],
    [[point(3, 2, 17)], 20, [0, 5, 10, 15, 20]],
    [[point(1, 1, 3)], 3, [0, 1, 2, 3]],
    [[point(0, 0, 1_234)], 1_500, [0, 500, 1_000, 1_500]],
  ])('has a round scale %#', (points, highest, ticks) => expect(debtScale(points)).toEqual({ highest, ticks }));

  it('stands its bars on the ground and its line at what is left', () => {
    const [column] = debtColumns([point(10, 5, 20)], BOX);
    expect(column!.opened.y + column!.opened.height).toBe(BOX.bottom);
    expect(column!.opened.height).toBe(2 * column!.paid.height);
    expect(column!.leftAt).toBe(BOX.top);
    expect(column!.opened.x + column!.opened.width).toBe(column!.paid.x);
  });

  it('draws what is below nothing as nothing', () => {
    expect(debtColumns([point(-3, 0, -1)], BOX)[0]!.opened.height).toBe(0);
  });
});
