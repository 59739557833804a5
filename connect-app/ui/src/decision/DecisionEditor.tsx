import { useState } from 'react';
import Button from '@atlaskit/button/default/button';
import { Clashes } from './Clashes';
import { type Decision, STATUSES, type Status, type Written } from './decision';
import { TextBlock, TextLine } from './Fields';
import { Form } from './Form';
import { mayBecome, todayIn, wordsStay } from './log';
import { NamesField } from './NamesField';
import { Pick } from './Pick';
import { SpaceQuestion } from './SpaceQuestion';
import { type Sending, type SendingProps, useSending } from './useSending';
import { SECTIONS, STATUS } from './wording';

export interface EditorProps extends SendingProps {
  heading: string;
  cancel: () => void;
}

/** The whole of a decision, to write. Of an accepted one only what may still change. */
export function DecisionEditor({ heading, cancel, ...rest }: EditorProps) {
  const sending = useSending({ ...rest, kept: 'edit' });
  const [asked, setAsked] = useState(false);
  const { words } = sending;
  const locked = rest.known !== null && wordsStay(rest.known);
  const untitled = words.title.trim() === '';
  const unanswered = words.status === 'accepted' && words.space === null && !locked;

  const save = () => {
    setAsked(true);
    if (!untitled && !unanswered) sending.send(stamped(words, rest.known, todayIn(rest.here.context.timeZone, new Date())));
  };
  const leave = () => {
    sending.drop();
    cancel();
  };
  return (
    <Form heading={heading} submit="Save" busy={sending.busy} problem={sending.problem} changed={sending.changed} save={save} cancel={leave}>
      {locked
        ? <p className="hint">An accepted decision keeps its words. To decide otherwise, supersede it with a new one.</p>
        : <Words sending={sending} untitled={asked && untitled} unanswered={asked && unanswered} />}
      <StatusPick sending={sending} known={rest.known} />
      {locked && <TextBlock label="Consequences" value={words.consequences} set={(consequences) => sending.set({ consequences })} first />}
      <TextLine label="Review on" type="date" value={words.reviewOn ?? ''} set={(day) => sending.set({ reviewOn: day || null })} />
      <Objections sending={sending} />
      <Clashes sending={sending} />
    </Form>
  );
}

/** Whoever accepts a decision without saying when, accepts it today. */
const stamped = (words: Written, known: Decision | null, today: string): Partial<Written> => ({
  title: words.title.trim(),
  ...(words.status === 'accepted' && known?.status !== 'accepted' && words.decidedOn === null ? { decidedOn: today } : {}),
});

function Words({ sending, untitled, unanswered }: { sending: Sending; untitled: boolean; unanswered: boolean }) {
  const { words, set } = sending;
  return (
    <>
      <TextLine label="Title" value={words.title} set={(title) => set({ title })} first longest={200}
        hint="What is decided, in a few words: “Use PostgreSQL”." problem={untitled ? 'Give the decision a title, so that others find it.' : null} />
      <SpaceQuestion space={words.space} set={(space) => set({ space })}
        problem={unanswered ? 'Say which one, so that it is clear who decides.' : null} />
      {SECTIONS.map(([field, label]) => (
        <TextBlock key={field} label={label} value={words[field]} set={(text) => set({ [field]: text })} />
      ))}
      <NamesField names={words.decidedBy} set={(decidedBy) => set({ decidedBy })} />
      <TextLine label="Decided on" type="date" value={words.decidedOn ?? ''} set={(day) => set({ decidedOn: day || null })} />
    </>
  );
}

function StatusPick({ sending: { words, set }, known }: { sending: Sending; known: Decision | null }) {
  const steps = STATUSES.filter((it) => (known === null ? it !== 'superseded' : mayBecome(known.status, it)));
  const asWritten: readonly (readonly [string, string])[] = known !== null && known.status === null ? [['', known.statusText || 'Not said']] : [];
  if (steps.length + asWritten.length < 2) return null;
  return (
    <Pick label="Status" value={words.status ?? ''} set={(status) => set({ status: (status || null) as Status | null })}
      options={[...asWritten, ...steps.map((it) => [it, STATUS[it].short] as const)]} />
  );
}

function Objections({ sending: { words, set } }: { sending: Sending }) {
  if (words.dissent.length === 0) return null;
  return (
    <div className="field">
      <p className="label">Dissent</p>
      <ul className="objections">
        {words.dissent.map(({ who, because }, at) => (
          <li className="objection" key={at}>
            <span dir="auto"><strong>{who}</strong>: {because}</span>
            <Button spacing="compact" appearance="subtle" aria-label={`Remove the dissent of ${who}`}
              onClick={() => set({ dissent: words.dissent.filter((_, index) => index !== at) })}>Remove</Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
