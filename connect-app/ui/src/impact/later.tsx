import { type ComponentType, lazy, useEffect } from 'react';
import { Notice } from '../shell/Notice';
import { CLOSED_AT_FIRST, isOpen } from './folds';
import type { SectionProps } from './section';

/** The sections that are closed at first: what is in them is loaded after the first view, or when one is about to be opened. */

type Bodies = typeof import('./bodies');

const load = (): Promise<Bodies> => import('./bodies');

/** A part that cannot be had must not take the others with it. */
const body = (name: keyof Bodies) => lazy(() => load().then(
  (bodies): { default: ComponentType<SectionProps> } => ({ default: bodies[name] }),
  () => ({ default: NotLoaded }),
));

function NotLoaded() {
  return (
    <Notice kind="error" title="This part could not be loaded">
      There is no connection. Nothing is lost: reload the page when you are online again.
    </Notice>
  );
}

export const SloBody = body('SloBody');
export const FeasibilityBody = body('FeasibilityBody');
export const RolesBody = body('RolesBody');

/** Loads them before they are needed; repeats cost nothing, and a failure comes again where it can be seen. */
export const preloadBodies = (): void => void load().catch(() => undefined);

// Whoever left one open wants it at once: beside the first answer, not after it.
if (CLOSED_AT_FIRST.some(isOpen)) preloadBodies();

const FIRST_VIEW_MILLIS = 2_000;

/** Loads them once the first view has had its time, so that they are there should the connection go. */
export function useBodiesSoon(): void {
  useEffect(() => {
    const timer = setTimeout(preloadBodies, FIRST_VIEW_MILLIS);
    return () => clearTimeout(timer);
  }, []);
}
