import { type RefObject, useLayoutEffect } from 'react';
import { panelElement } from '../host/place';

/** The height that a menu may have, in CSS pixels. */
export const MENU_HEIGHT = 220;

/**
 * Room for a menu that opens below the element. A frame is as tall as its panel, and what hangs out of it
 * is cut off; so the panel is made tall enough for as long as the menu is open.
 */
export function useRoomBelow(element: RefObject<HTMLElement>, open: boolean): void {
  useLayoutEffect(() => {
    if (!open || element.current === null) return undefined;
    const panel = panelElement();
    const below = element.current.getBoundingClientRect().bottom - panel.getBoundingClientRect().top;
    panel.style.minBlockSize = `${Math.ceil(below) + MENU_HEIGHT}px`;
    return () => { panel.style.minBlockSize = ''; };
  }, [element, open]);
}
