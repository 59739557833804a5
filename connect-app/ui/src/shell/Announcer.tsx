import { useRef } from 'react';

interface AnnouncerProps {
  news: string | null;
  /** Another number makes the same words news again. */
  nr?: number;
}

/** Reads changes out to screen readers. What is there at first is on the page anyway, and not news. */
export function Announcer({ news, nr = 0 }: AnnouncerProps) {
  const first = useRef<string | null>(null);
  const changed = useRef(false);
  first.current ??= news;
  changed.current ||= news !== first.current;
  return <p className="visually-hidden" role="status"><span key={nr}>{changed.current ? news : ''}</span></p>;
}
