import { useEffect, useState } from 'react';
import type { HostContext } from '../host/bridge';
import { ago, moment } from './time';

const REDRAW_EVERY_MILLIS = 15_000;

/** How long ago something was, kept up to date; the exact moment is its title and its machine form. */
export function Ago({ then, context }: { then: Date; context: HostContext }) {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    setNow(new Date());
    const timer = setInterval(() => setNow(new Date()), REDRAW_EVERY_MILLIS);
    return () => clearInterval(timer);
  }, [then.getTime()]);
  return (
    <time dateTime={then.toISOString()} title={moment(then, context.locale, context.timeZone)}>
      {ago(then, now, context.locale)}
    </time>
  );
}
