import { clamped, type Rating, type Score, SCORES } from './rating';

/** The plane of the chart: effort to the right, impact upwards, five by five cells. Pure. */

const CELL = 100 / SCORES.length;

/** The middle of the cell, in percent of the plane's width from its left edge. */
export const across = (effort: Score): number => (effort - 0.5) * CELL;

/** The middle of the cell, in percent of the plane's height from its top edge. */
export const down = (impact: Score): number => (SCORES.length + 0.5 - impact) * CELL;

/** In percent from the left or from the bottom: where the cell of this score begins. */
export const beginOf = (score: Score): number => (score - 1) * CELL;

/** The part of the page that the plane covers, in CSS pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The cell under a point of the page; outside the plane, the nearest one. */
export function cellUnder(box: Box, point: { readonly clientX: number; readonly clientY: number }): Rating {
  const fromLeft = (point.clientX - box.left) / (box.width || 1);
  const fromTop = (point.clientY - box.top) / (box.height || 1);
  return { effort: clamped(fromLeft * SCORES.length + 0.5), impact: clamped(SCORES.length + 0.5 - fromTop * SCORES.length) };
}

const ONE = 6;
const MANY = 9;
const LARGEST = 16;

/** The radius of a dot for so many issues, in CSS pixels: more is larger, and never larger than a cell. */
export const radiusOf = (count: number): number => (count === 1 ? ONE : Math.min(MANY + Math.log2(count) * 0.7, LARGEST));
