import { type RefObject, useEffect, useRef } from 'react';

/**
 * Where what had the focus was taken away from a list, the list itself gets it: from the page's beginning a person would
 * have to find the place again. The element has `tabIndex={-1}`.
 */
export function useRefocus(list: RefObject<HTMLElement>, length: number): void {
  const before = useRef(length);
  useEffect(() => {
    const lost = document.activeElement === document.body && document.hasFocus();
    if (length < before.current && lost) list.current?.focus();
    before.current = length;
  }, [length]);
}
