import Button from '@atlaskit/button/default/button';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { number } from './wording';

interface PagedProps<T> {
  items: readonly T[];
  keyOf: (item: T) => string;
  draw: (item: T) => ReactNode;
  /** How many at a time. */
  page?: number;
}

/**
 * A long list, a page at a time: the browser draws what somebody asked for. The focus goes to the first
 * of the new ones, or it would be lost with the button.
 */
export function Paged<T>({ items, keyOf, draw, page = 50 }: PagedProps<T>) {
  const [shown, setShown] = useState(page);
  const list = useRef<HTMLUListElement>(null);
  const grown = useRef<number | null>(null);
  useEffect(() => {
    if (grown.current === null) return;
    (list.current?.children[grown.current] as HTMLElement | undefined)?.focus();
    grown.current = null;
  }, [shown]);
  const left = items.length - shown;
  const more = () => {
    grown.current = shown;
    setShown(shown + page);
  };
  return (
    <>
      <ul className="entries" ref={list}>
        {items.slice(0, shown).map((item) => <li className="entry" key={keyOf(item)} tabIndex={-1}>{draw(item)}</li>)}
      </ul>
      {left > 0 && <Button onClick={more}>Show {number(Math.min(page, left))} more of {number(left)}</Button>}
    </>
  );
}
