import type { ReactNode } from 'react';
import { across, down } from './plane';
import type { Rating } from './rating';

interface SpotProps {
  at: Rating;
  /** Moves the content aside, in CSS pixels, where two share a cell. */
  aside?: readonly [number, number];
  children: ReactNode;
}

/**
 * Puts its content into the middle of a cell. In percent, so that nothing has to be measured and nothing jumps. The
 * group is there also where nothing is moved aside: a dot that comes to share its cell stays the same element, with its focus.
 */
export function Spot({ at, aside = [0, 0], children }: SpotProps) {
  return (
    <svg x={`${across(at.effort)}%`} y={`${down(at.impact)}%`} width="1" height="1" overflow="visible">
      <g transform={`translate(${aside.join(' ')})`}>{children}</g>
    </svg>
  );
}
