import type { Here } from '../decision/here';
import { Ago } from '../shell/Ago';
import { nameOf, type Person } from '../shell/people';
import { usePeople } from '../shell/usePeople';
import type { Stamp } from './tradeoff';

interface StampedProps {
  stamp: Stamp;
  here: Here;
}

/** Who did it and when; nothing before the server has stamped it. */
export function Stamped({ stamp, here }: StampedProps) {
  const people = usePeople(here.bridge, here.issueId, stamp.by === null ? [] : [stamp.by]);
  return <StampedBy stamp={stamp} here={here} by={people.get(stamp.by ?? '')} />;
}

/** The same where the person is known already. */
export function StampedBy({ stamp: { at }, here, by }: StampedProps & { by: Person | undefined }) {
  const then = new Date(at ?? '');
  if (Number.isNaN(then.getTime())) return null;
  return <span className="quiet stamp" dir="auto">{by !== undefined && `by ${nameOf(by)} `}<Ago then={then} context={here.context} /></span>;
}
