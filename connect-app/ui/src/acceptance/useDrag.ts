import type { PointerEvent, RefObject } from 'react';

/** The place, counted from 0, that a row dropped at this height would have among the others. */
export const placeAt = (others: readonly { top: number; bottom: number }[], y: number): number =>
  others.filter(({ top, bottom }) => (top + bottom) / 2 < y).length;

/**
 * Moving rows by their handle, with mouse, pen and finger. A line shows where the row would go; what
 * becomes of it is the caller's, once, when it is let go at another place. Esc lets it go where it was.
 */
export function useDrag(list: RefObject<HTMLElement>, drop: (id: string, place: number) => void) {
  return (event: PointerEvent<HTMLElement>) => {
    const handle = event.target instanceof Element ? event.target.closest<HTMLElement>('.handle') : null;
    const row = handle?.closest<HTMLElement>('[data-id]') ?? null;
    if (handle === null || row === null || list.current === null || event.button !== 0) return;
    event.preventDefault();
    drag({ handle, row, rows: [...list.current.querySelectorAll<HTMLElement>('[data-id]')], pointer: event.pointerId }, drop);
  };
}

interface Drag {
  readonly handle: HTMLElement;
  readonly row: HTMLElement;
  readonly rows: readonly HTMLElement[];
  readonly pointer: number;
}

function drag({ handle, row, rows, pointer }: Drag, drop: (id: string, place: number) => void): void {
  const others = rows.filter((it) => it !== row);
  const start = rows.indexOf(row);
  const over = new AbortController();
  let place = start;
  const show = (to: number) => {
    place = to;
    others.forEach((it, index) => {
      it.dataset['drop'] = to === start ? '' : index === to ? 'before' : index === others.length - 1 && to === others.length ? 'after' : '';
    });
  };
  const end = (to: number) => {
    over.abort();
    show(start);
    delete row.dataset['dragged'];
    if (to !== start) drop(row.dataset['id']!, to);
  };
  const listen = (name: string, act: (event: Event) => void) => handle.ownerDocument.addEventListener(name, act, { signal: over.signal });
  handle.setPointerCapture?.(pointer);
  row.dataset['dragged'] = 'true';
  listen('pointermove', (event) => show(placeAt(others.map((it) => it.getBoundingClientRect()), (event as MouseEvent).clientY)));
  listen('pointerup', () => end(place));
  listen('pointercancel', () => end(start));
  listen('keydown', (event) => { if ((event as KeyboardEvent).key === 'Escape') end(start); });
}
