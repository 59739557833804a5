import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { type Cell, cellKey } from './cells';
import { radiusOf } from './plane';
import { type Rating, sameRating } from './rating';
import { Spot } from './Spot';
import { issues, placeName } from './wording';

const SMALLEST_TARGET = 12;
const LONGEST_TIP = 120;
/** From here on the number needs smaller digits to fit into the largest dot. */
const MANY_DIGITS_FROM = 10_000;
const AWAY_FROM_HELD = [12, -9] as const;

const NEXT: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

interface CellDotsProps {
  cells: readonly Cell[];
  /** Where the held dot is: a dot of the same cell stands aside. */
  held: Rating | null;
  /** The cell whose list is open. */
  open: string | null;
  choose: (cell: Cell) => void;
  /** A pointer went down on a dot; absent where dots cannot be moved. */
  grab?: ((cell: Cell, event: PointerEvent) => void) | undefined;
}

/** All dots but the held one. They are one stop for Tab; arrow keys go from dot to dot. */
export function CellDots({ cells, held, open, choose, grab }: CellDotsProps) {
  const [stop, setStop] = useState(0);
  const group = useRef<SVGGElement>(null);
  const onKeyDown = (event: KeyboardEvent, at: number) => {
    const cell = cells[at];
    if (cell !== undefined && (event.key === 'Enter' || event.key === ' ')) choose(cell);
    else if (NEXT[event.key] === undefined) return;
    else focusDot(group.current, at + (NEXT[event.key] ?? 0), setStop);
    event.preventDefault();
  };
  return (
    <g ref={group}>
      {cells.map((cell, at) => (
        <Spot key={cellKey(cell)} at={cell} {...(held !== null && sameRating(held, cell) ? { aside: AWAY_FROM_HELD } : {})}>
          <g
            className="matrix-dot" role="button" data-cell={cellKey(cell)} tabIndex={at === Math.min(stop, cells.length - 1) ? 0 : -1}
            aria-label={nameOf(cell)} aria-expanded={open === cellKey(cell)}
            onClick={() => choose(cell)} onKeyDown={(event) => onKeyDown(event, at)} onFocus={() => setStop(at)}
            onPointerDown={(event) => grab?.(cell, event)}
          >
            <title>{tipOf(cell)}</title>
            <Drawn count={cell.issues.length} />
          </g>
        </Spot>
      ))}
    </g>
  );
}

function Drawn({ count }: { count: number }) {
  const radius = radiusOf(count);
  return (
    <>
      <circle className="matrix-target" r={Math.max(radius, SMALLEST_TARGET)} />
      <circle className="matrix-ring" r={radius + 3} />
      <circle className="matrix-body" r={radius} />
      {count > 1 && <text aria-hidden="true" textAnchor="middle" dy="0.35em" fontSize={count < MANY_DIGITS_FROM ? 11 : 8}>{count}</text>}
    </>
  );
}

function focusDot(group: SVGGElement | null, at: number, stopAt: (at: number) => void): void {
  const dots = group?.querySelectorAll<SVGGElement>('[role=button]') ?? [];
  const dot = dots[at];
  if (dot === undefined) return;
  stopAt(at);
  dot.focus();
}

function nameOf(cell: Cell): string {
  const [only] = cell.issues;
  const what = cell.issues.length === 1 && only !== undefined ? only.key : issues(cell.issues.length);
  return `${placeName(cell)}: ${what}`;
}

function tipOf(cell: Cell): string {
  const [only] = cell.issues;
  return cell.issues.length === 1 && only !== undefined ? `${only.key} ${only.summary.slice(0, LONGEST_TIP)}` : nameOf(cell);
}
