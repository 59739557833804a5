import { type MouseEvent, type PointerEvent, useRef } from 'react';
import type { Cell } from './cells';
import { CellDots } from './CellDots';
import { Ground } from './Ground';
import { HeldDot, type HeldIssue } from './HeldDot';
import { cellUnder } from './plane';
import { drawnAt, type Rating, sameRating, SCORES } from './rating';
import { useDrag } from './useDrag';

export interface MatrixChartProps {
  /** All issues but the held one. */
  cells: readonly Cell[];
  held: HeldIssue | null;
  open: string | null;
  choose: (cell: Cell) => void;
  /** Absent: nothing can be moved. */
  rate?: ((id: string, at: Rating) => void) | undefined;
  /** Present where any dot may be taken up and moved; null puts it down. */
  hold?: ((id: string | null) => void) | undefined;
}

/** The chart itself: its axes, the plane, a dot for each cell, and the held dot. */
export function MatrixChart({ cells, held, open, choose, rate, hold }: MatrixChartProps) {
  const plane = useRef<SVGSVGElement>(null);
  const place = (at: Rating) => {
    if (held !== null && !sameRating(held, at)) rate?.(held.id, at);
  };
  const drag = useDrag(plane, place);
  const grabOther = (cell: Cell, event: PointerEvent) => {
    const [only] = cell.issues;
    if (cell.issues.length !== 1 || only === undefined) return;
    hold?.(only.id);
    drag.begin(event, cell);
  };
  const onGround = (event: MouseEvent) => {
    if (drag.ownsClick()) return;
    const ground = (event.target as Element).closest('.matrix-dot, .matrix-held') === null;
    if (ground && plane.current !== null) place(cellUnder(plane.current.getBoundingClientRect(), event));
  };
  const heldAt = held === null ? null : drag.over ?? drawnAt(held);
  return (
    <div className="matrix" dir="ltr">
      <span className="matrix-name" aria-hidden="true">Impact</span>
      <Scale reversed />
      <svg
        ref={plane} role="group" aria-label="Impact against effort"
        className={`matrix-plane${rate !== undefined && held !== null ? ' matrix-movable' : ''}`}
        onClick={onGround} onPointerDownCapture={drag.forget}
        onPointerMove={drag.move} onPointerUp={drag.end} onPointerCancel={drag.cancel}
      >
        <Ground />
        <CellDots cells={cells} held={heldAt} open={open} choose={choose} grab={hold && grabOther} />
        {held !== null && heldAt !== null && (
          <HeldDot
            issue={held} dragged={drag.over} crowded={cells.some((it) => sameRating(it, heldAt))}
            grab={(event) => drag.begin(event, heldAt)} rate={rate && place} putDown={hold && (() => hold(null))}
          />
        )}
      </svg>
      <Scale />
      <span className="matrix-name matrix-name-effort" aria-hidden="true">Effort</span>
    </div>
  );
}

function Scale({ reversed = false }: { reversed?: boolean }) {
  const scores = reversed ? [...SCORES].reverse() : SCORES;
  return (
    <span className={reversed ? 'matrix-scale-impact' : 'matrix-scale-effort'} aria-hidden="true">
      {scores.map((it) => <span key={it}>{it}</span>)}
    </span>
  );
}
