import './decision.css';
import { useEffect, useRef, useState } from 'react';
import Button from '@atlaskit/button/default/button';
import { Announcer } from '../shell/Announcer';
import { Section } from '../shell/Section';
import { useReturn } from '../shell/useReturn';
import { DecisionRow } from './DecisionRow';
import { BLANK, type Decision } from './decision';
import { Filter } from './Filter';
import { Card, Editor } from './lazy';
import type { Here } from './here';
import { finds, newestFirst } from './log';
import type { DecisionLog } from './useDecisions';
import { useRefocus } from './useRefocus';

/** From here on a list is searched, not read. */
const MANY = 10;

interface DecisionListProps {
  log: DecisionLog;
  mayEdit: boolean;
  here: Here;
  /** A decision to show, from elsewhere in the panel; another number asks for it again. */
  wanted?: { readonly id: string; readonly nr: number } | null;
}

/** The decisions of the issue, the newest first, each closed until it is opened. */
export function DecisionList({ log, mayEdit, here, wanted = null }: DecisionListProps) {
  const [query, setQuery] = useState('');
  const [whole, setWhole] = useState(false);
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const [written, setWritten] = useState<ReadonlyMap<string, Decision>>(new Map());
  const place = useRef<HTMLUListElement>(null);
  const found = newestFirst(log.all).filter((it) => finds(query, it));
  const listed = whole || query.trim() !== '' ? found : found.slice(0, MANY);
  // Whatever is searched for, and whoever deletes it: what somebody writes in stays.
  const shown = [...listed, ...[...written.values()].filter(({ id }) => !listed.some((it) => it.id === id))];

  const toggle = (id: string) =>
    setOpened((before) => new Set(before.has(id) ? [...before].filter((it) => it !== id) : [...before, id]));
  const writes = (it: Decision, on: boolean) =>
    setWritten((before) => new Map([...[...before].filter(([id]) => id !== it.id), ...(on ? [[it.id, it] as const] : [])]));
  const goTo = (id: string) => {
    setQuery('');
    if (newestFirst(log.all).findIndex((it) => it.id === id) >= MANY) setWhole(true);
    setOpened((before) => new Set([...before, id]));
    // Drawn by then; an id has no sign that a selector knows.
    requestAnimationFrame(() => place.current?.querySelector<HTMLElement>(`[data-decision="${id}"]`)?.focus());
  };

  useEffect(Card.soon, []);
  useRefocus(place, log.all.length);
  useEffect(() => { if (wanted !== null) goTo(wanted.id); }, [wanted]);

  return (
    <Section title="Decisions" busy={false}>
      {log.all.length === 0 && (
        <p className="quiet">No decision yet. Choose an option above, or write down what was decided and why.</p>
      )}
      {log.all.length > MANY && <Filter query={query} set={setQuery} found={found.length} all={log.all.length} />}
      <ul className="decisions" ref={place} tabIndex={-1} aria-label="Decisions">
        {shown.map((it) => (
          <DecisionRow key={it.id} of={it} log={log} mayEdit={mayEdit} here={here}
            isOpen={opened.has(it.id)} toggle={() => toggle(it.id)} goTo={goTo} writes={writes} />
        ))}
      </ul>
      <div className="actions">
        {listed.length < found.length && <Button spacing="compact" onClick={() => setWhole(true)}>{`Show all ${found.length}`}</Button>}
        {mayEdit && <NewDecision log={log} here={here} goTo={goTo} />}
      </div>
      <Announcer news={log.news.words} nr={log.news.nr} />
    </Section>
  );
}

function NewDecision({ log, here, goTo }: { log: DecisionLog; here: Here; goTo: (id: string) => void }) {
  const [writing, setWriting] = useState(false);
  const { to, back } = useReturn(writing);
  const leave = (cancelled: boolean) => {
    back(cancelled);
    setWriting(false);
  };
  if (!writing) return <Button ref={to} spacing="compact" onClick={() => setWriting(true)}>Write a decision</Button>;
  return (
    <Editor begin={BLANK} known={null} heading="New decision" here={here} send={(words) => log.create(words)} cancel={() => leave(true)}
      done={(id) => {
        leave(false);
        goTo(id);
      }} />
  );
}
