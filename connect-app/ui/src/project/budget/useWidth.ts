import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

/** Before anything is measured: neither a phone's nor a desk's, so that a first frame is not far off. */
const GUESS = 640;

/** The width of an element in CSS pixels, kept up to date. Text in a chart keeps its size only at the real width. */
export function useWidth<E extends HTMLElement>(): { ref: RefObject<E>; width: number } {
  const ref = useRef<E>(null);
  const [width, setWidth] = useState(GUESS);
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return undefined;
    const measure = () => setWidth(element.clientWidth || GUESS);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { ref, width };
}
