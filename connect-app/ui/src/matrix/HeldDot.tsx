import { type KeyboardEvent, type PointerEvent, useEffect, useRef } from 'react';
import { drawnAt, type PartRating, type Rating, stepped, wholeOf } from './rating';
import { Spot } from './Spot';
import { spoken } from './wording';

const RADIUS = 8;
const TARGET = 16;
const LABEL_GAP = 14;
/** From here on there is more room to the left of the dot than to the right. */
const LABEL_LEFT_FROM = 4;
const AWAY_FROM_CELL = [-9, 7] as const;

/** The one issue that can be moved, or that is told apart from its neighbours. */
export interface HeldIssue extends PartRating {
  readonly id: string;
  readonly key: string;
  readonly summary: string;
}

interface HeldDotProps {
  issue: HeldIssue;
  /** Where it is drawn while it is being dragged. */
  dragged: Rating | null;
  /** Another dot shares its cell. */
  crowded: boolean;
  /** Absent: it stands where it is. */
  rate?: ((at: Rating) => void) | undefined;
  grab: (event: PointerEvent) => void;
  /** Present where it was picked out of many: it takes the focus, and Escape puts it back. */
  putDown?: (() => void) | undefined;
}

/** The held issue's dot: blue, with its key, and a slider for the keyboard and for screen readers. */
export function HeldDot({ issue, dragged, crowded, rate, grab, putDown }: HeldDotProps) {
  const dot = useRef<SVGGElement>(null);
  const taken = putDown !== undefined;
  useEffect(() => {
    if (taken) dot.current?.focus({ preventScroll: true });
  }, [taken, issue.id]);
  const at = dragged ?? drawnAt(issue);
  const shown = dragged ?? issue;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') putDown?.();
    const next = rate === undefined || event.metaKey || event.ctrlKey || event.altKey ? null : stepped(issue, event.key);
    if (next === null) return;
    event.preventDefault();
    rate?.(next);
  };
  return (
    <Spot at={at} {...(crowded ? { aside: AWAY_FROM_CELL } : {})}>
      <g
        ref={dot} className={`matrix-held${wholeOf(shown) === null ? ' matrix-unrated' : ''}`}
        {...(rate === undefined ? { role: 'img', 'aria-label': `${issue.key}: ${spoken(shown)}` } : {
          role: 'slider', tabIndex: 0, 'aria-label': issue.key, 'aria-valuemin': 1, 'aria-valuemax': 5,
          'aria-valuenow': at.impact, 'aria-valuetext': spoken(shown), onKeyDown, onPointerDown: grab,
        })}
      >
        <circle className="matrix-target" r={TARGET} />
        <circle className="matrix-ring" r={RADIUS + 4} />
        <circle className="matrix-body" r={RADIUS} />
        <Label text={issue.key} left={at.effort >= LABEL_LEFT_FROM} />
      </g>
    </Spot>
  );
}

const LONGEST_LABEL = 14;

function Label({ text, left }: { text: string; left: boolean }) {
  const short = text.length > LONGEST_LABEL ? `${text.slice(0, LONGEST_LABEL)}…` : text;
  return (
    <text aria-hidden="true" x={left ? -LABEL_GAP : LABEL_GAP} dy="0.35em" textAnchor={left ? 'end' : 'start'}>{short}</text>
  );
}
