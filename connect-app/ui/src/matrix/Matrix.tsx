import './matrix.css';
import { useEffect, useMemo, useRef, useState } from 'react';
import { type Cell, cellKey, cellsOf, type RatedIssue } from './cells';
import { CellList } from './CellList';
import { HeldCard } from './HeldCard';
import type { HeldIssue } from './HeldDot';
import { MatrixChart } from './MatrixChart';
import { MatrixTable } from './MatrixTable';
import { drawnAt, type Rating, wholeOf } from './rating';

export interface MatrixProps {
  /** Every issue with a place; the held one may be among them. Thousands are fine: a cell is one dot. */
  issues: readonly RatedIssue[];
  /** The issue that is blue, labelled and can be moved; null while none is taken up. It need not be rated. */
  held: HeldIssue | null;
  /** Rates an issue at once, by a drag, a click on the plane or a key. Absent for those who may only look. */
  rate?: ((id: string, at: Rating) => void) | undefined;
  /**
   * Takes up any issue, or puts it down with null: for a page of many issues, which draws the held one's
   * card under the chart. Absent where the held issue is the page's own.
   */
  hold?: ((id: string | null) => void) | undefined;
  openIssue: (key: string) => void;
}

/** The impact/effort matrix: the chart, the list behind the dot that was chosen, and the same as a table. */
export function Matrix({ issues, held, rate, hold, openIssue }: MatrixProps) {
  const [open, setOpen] = useState<string | null>(null);
  const heldId = held?.id;
  const cells = useMemo(() => cellsOf(issues.filter((it) => it.id !== heldId)), [issues, heldId]);
  const listed = cells.find((it) => cellKey(it) === open);
  const { figure, leave } = useWayBack(`${heldId} ${open}`);
  const take = rate && hold && ((id: string | null) => {
    if (id === null && held !== null) leave(drawnAt(held));
    setOpen(null);
    hold(id);
  });
  const choose = (cell: Cell) => {
    const [only] = cell.issues;
    if (take !== undefined && cell.issues.length === 1 && only !== undefined) take(only.id);
    else setOpen(open === cellKey(cell) ? null : cellKey(cell));
  };
  const close = (cell: Cell) => {
    leave(cell);
    setOpen(null);
  };
  return (
    <figure className="matrix-figure" ref={figure}>
      <MatrixChart cells={cells} held={held} open={open} choose={choose} rate={rate} hold={take} />
      {listed !== undefined && <CellList cell={listed} openIssue={openIssue} hold={take} close={() => close(listed)} />}
      {held !== null && take !== undefined && (
        <HeldCard issue={held} rate={rate} openIssue={openIssue} close={() => take(null)} />
      )}
      <MatrixTable issues={wholeList(issues, held)} />
    </figure>
  );
}

/** After a list or a card closed, the focus goes back to the dot that it was about. */
function useWayBack(shown: string) {
  const figure = useRef<HTMLElement>(null);
  const left = useRef<Rating | null>(null);
  useEffect(() => {
    if (left.current === null) return;
    figure.current?.querySelector<SVGElement>(`[data-cell="${cellKey(left.current)}"]`)?.focus();
    left.current = null;
  }, [shown]);
  const leave = (at: Rating) => {
    left.current = at;
  };
  return { figure, leave };
}

/** The held issue first, with the rating that it is drawn at. */
function wholeList(issues: readonly RatedIssue[], held: HeldIssue | null): readonly RatedIssue[] {
  const rating = held === null ? null : wholeOf(held);
  if (held === null) return issues;
  const others = issues.filter((it) => it.id !== held.id);
  return rating === null ? others : [{ ...held, ...rating }, ...others];
}
