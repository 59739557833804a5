import { useId, useRef } from 'react';
import { Lozenge } from '../shell/Lozenge';
import ChevronDownIcon from '@atlaskit/icon/core/chevron-down';
import ChevronRightIcon from '@atlaskit/icon/core/chevron-right';
import { Notice } from '../shell/Notice';
import type { Decision } from './decision';
import { Card } from './lazy';
import type { Here } from './here';
import { overdue, todayIn } from './log';
import { SpaceLozenge, StatusLozenge } from './Lozenges';
import type { DecisionLog } from './useDecisions';
import { dayWords, dissentWords, titleOf } from './wording';

export interface DecisionRowProps {
  of: Decision;
  log: DecisionLog;
  mayEdit: boolean;
  here: Here;
  isOpen: boolean;
  toggle: () => void;
  /** Shows another decision of the issue. */
  goTo: (id: string) => void;
  /** Told when somebody begins to write in it, and when that is over. */
  writes: (it: Decision, on: boolean) => void;
}

/** One decision in the list: its title and how it stands; all of it once it is opened. */
export function DecisionRow({ isOpen, toggle, ...rest }: DecisionRowProps) {
  const { of: it, here } = rest;
  const body = useId();
  const head = useRef<HTMLButtonElement>(null);
  // What was opened once stays, hidden: somebody may be writing in it.
  const seen = useRef(isOpen);
  seen.current ||= isOpen;
  const Chevron = isOpen ? ChevronDownIcon : ChevronRightIcon;
  return (
    <li className="decision">
      <div className="decision-head">
        <h3 className="decision-title">
          <button type="button" ref={head} className="disclosure" data-decision={it.id}
            aria-expanded={isOpen} aria-controls={body} onClick={toggle}>
            <span className="chevron"><Chevron label="" size="small" color="currentColor" /></span>
            <span className="clamped" dir="auto">{titleOf(it)}</span>
          </button>
        </h3>
        <Standing of={it} here={here} />
      </div>
      <div id={body} className="decision-body" hidden={!isOpen}>
        {seen.current && (it.unreadable === null
          ? <Card {...rest} focusHead={() => head.current?.focus()} />
          : <Unreadable why={it.unreadable} />)}
      </div>
    </li>
  );
}

function Standing({ of: it, here: { context: { timeZone, locale } } }: { of: Decision; here: Here }) {
  if (it.unreadable !== null) return <p className="lozenges"><Lozenge appearance="warning">Cannot be read</Lozenge></p>;
  const late = overdue(it, todayIn(timeZone, new Date()));
  return (
    <p className="lozenges">
      <StatusLozenge status={it.status} text={it.statusText} />
      <SpaceLozenge space={it.space} />
      {it.dissent.length > 0 && <Lozenge appearance="warning">{dissentWords(it.dissent.length)}</Lozenge>}
      {late && <Lozenge appearance="danger">{`Review overdue since ${dayWords(it.reviewOn ?? '', locale)}`}</Lozenge>}
    </p>
  );
}

function Unreadable({ why }: { why: string }) {
  return (
    <Notice kind="warning" title="This decision cannot be read, and is left as it is">
      {why} Its property of the issue was probably written by something other than Tandem. Nothing here changes it.
    </Notice>
  );
}
