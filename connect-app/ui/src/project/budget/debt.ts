import { type Box, heightAt, slotOf } from './columns';
import type { DebtPoint } from './report';

export interface DebtBar {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface DebtColumn {
  readonly point: DebtPoint;
  readonly middle: number;
  readonly opened: DebtBar;
  readonly paid: DebtBar;
  /** Where the line of what is left passes. */
  readonly leftAt: number;
}

export interface DebtScale {
  readonly highest: number;
  readonly ticks: readonly number[];
}

const STEPS = [1, 2, 5];
const MOST_TICKS = 4;

/** The round number at or above the largest value, and round steps up to it. */
export function debtScale(points: readonly DebtPoint[]): DebtScale {
  const largest = Math.max(1, ...points.flatMap(({ opened, paid, left }) => [opened, paid, left]));
  const step = roundStep(largest / MOST_TICKS);
  const highest = Math.ceil(largest / step) * step;
  return { highest, ticks: Array.from({ length: Math.round(highest / step) + 1 }, (_, index) => index * step) };
}

function roundStep(atLeast: number): number {
  const power = 10 ** Math.floor(Math.log10(atLeast));
  const factor = STEPS.find((it) => it * power >= atLeast) ?? 10;
  // Half an issue is nothing that a person can pay.
  return Math.max(1, factor * power);
}

const WIDEST_BAR = 12;

/** Two bars a period, what was opened beside what was paid, and the place of what is left. */
export function debtColumns(points: readonly DebtPoint[], box: Box): readonly DebtColumn[] {
  const { highest } = debtScale(points);
  const slot = slotOf(points.length, box);
  const width = Math.min(WIDEST_BAR, slot * 0.35);
  const y = (value: number): number => heightAt((Math.max(0, value) / highest) * 100, box);
  const bar = (value: number, x: number): DebtBar => ({ x, y: y(value), width, height: box.bottom - y(value) });
  return points.map((point, index) => {
    const middle = box.left + slot * (index + 0.5);
    return {
      point, middle, opened: bar(point.opened, middle - width), paid: bar(point.paid, middle), leftAt: y(point.left),
    };
  });
}
