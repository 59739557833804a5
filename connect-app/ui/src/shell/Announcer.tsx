import { useRef } from 'react';

/** Reads a change out to screen readers. What is there at first is on the page anyway, and not news. */
export function Announcer({ news }: { news: string | null }) {
  const first = useRef<string | null>(null);
  first.current ??= news;
  return <p className="visually-hidden" role="status">{news === first.current ? '' : news}</p>;
}
