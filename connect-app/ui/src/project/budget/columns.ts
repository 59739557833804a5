import type { Period, Target } from './report';
import { shareOf, spentOn, stacked, tagged } from './shares';

/** The space inside the margins of a chart, in CSS pixels; y grows downwards. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface Segment {
  readonly budget: string;
  /** Which of the budgets it is, counted from the bottom: its colour hangs on that. */
  readonly order: number;
  readonly y: number;
  readonly height: number;
  readonly share: number;
}

export interface Column {
  readonly period: Period;
  readonly x: number;
  readonly width: number;
  readonly middle: number;
  /** From the bottom upwards; empty where nothing was finished on a budget. */
  readonly segments: readonly Segment[];
}

const MOST_OF_SLOT = 0.7;
const WIDEST = 40;

/** Percent to y. */
export const heightAt = (percent: number, { top, bottom }: Box): number => bottom - ((bottom - top) * percent) / 100;

export const slotOf = (count: number, { left, right }: Box): number => (right - left) / Math.max(1, count);

/** One column a period, each as high as the box: its segments share what was finished on any budget. */
export function columns(periods: readonly Period[], budgets: readonly Target[], box: Box): readonly Column[] {
  const slot = slotOf(periods.length, box);
  const width = Math.min(WIDEST, slot * MOST_OF_SLOT);
  return periods.map((period, index) => {
    const middle = box.left + slot * (index + 0.5);
    return { period, x: middle - width / 2, width, middle, segments: segments(period, budgets, box) };
  });
}

function segments(period: Period, budgets: readonly Target[], box: Box): readonly Segment[] {
  const all = tagged(period);
  if (all === 0) return [];
  let below = 0;
  return stacked(budgets)
    .map(({ name }, order) => {
      const share = shareOf(spentOn(period, name), all);
      const bottom = heightAt(below, box);
      below += share;
      const y = heightAt(below, box);
      return { budget: name, order, y, height: bottom - y, share };
    })
    .filter(({ share }) => share > 0);
}

