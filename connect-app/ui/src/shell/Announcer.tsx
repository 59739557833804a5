import { useRef } from 'react';

/** Reads changes out to screen readers. What is there at first is on the page anyway, and not news. */
export function Announcer({ news }: { news: string | null }) {
  const first = useRef<string | null>(null);
  const changed = useRef(false);
  first.current ??= news;
  changed.current ||= news !== first.current;
  return <p className="visually-hidden" role="status">{changed.current ? news : ''}</p>;
}
