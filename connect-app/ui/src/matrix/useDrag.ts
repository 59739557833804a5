import { type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { cellUnder } from './plane';
import type { Rating } from './rating';

/** A hand is not still while it clicks: less than this, in CSS pixels, is no drag. */
const STILL_WITHIN = 4;

export interface Drag {
  /** The cell that the dot is over, or null while nothing is dragged. */
  readonly over: Rating | null;
  /** Takes hold of a dot that stands at `from`. */
  begin(event: PointerEvent, from: Rating): void;
  move(event: PointerEvent): void;
  end(): void;
  cancel(): void;
  /** True where the click that the browser reports next is only the end of a drag. */
  ownsClick(): boolean;
  /** A pointer goes down: what was before no longer counts. */
  forget(): void;
}

interface Start {
  readonly x: number;
  readonly y: number;
  moved: boolean;
}

/** Drags a dot over the plane, from cell to cell. Only letting go drops it; Escape leaves all as it was. */
export function useDrag(plane: RefObject<SVGSVGElement>, drop: (at: Rating) => void): Drag {
  const [over, setOver] = useState<Rating | null>(null);
  const start = useRef<Start | null>(null);
  const dragging = over !== null;
  useEffect(() => {
    if (!dragging) return undefined;
    const onKeyDown = (event: KeyboardEvent) => event.key === 'Escape' && setOver(null);
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [dragging]);
  return {
    over,
    begin: (event, from) => {
      if (event.button !== 0) return;
      start.current = { x: event.clientX, y: event.clientY, moved: false };
      plane.current?.setPointerCapture(event.pointerId);
      setOver(from);
    },
    move: (event) => {
      if (!dragging || start.current === null || plane.current === null) return;
      start.current.moved ||= Math.hypot(event.clientX - start.current.x, event.clientY - start.current.y) > STILL_WITHIN;
      if (start.current.moved) setOver(cellUnder(plane.current.getBoundingClientRect(), event));
    },
    end: () => {
      if (over !== null && start.current?.moved === true) drop(over);
      setOver(null);
    },
    cancel: () => setOver(null),
    ownsClick: () => start.current !== null,
    forget: () => {
      start.current = null;
    },
  };
}
