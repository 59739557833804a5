import { useState } from 'react';
import { Clashes } from './Clashes';
import type { EditorProps } from './DecisionEditor';
import type { Decision } from './decision';
import { TextLine } from './Fields';
import { Form } from './Form';
import { todayIn } from './log';
import { NamesField } from './NamesField';
import { SpaceQuestion } from './SpaceQuestion';
import { useSending } from './useSending';
import { titleOf } from './wording';

export interface AcceptFormProps extends Omit<EditorProps, 'begin' | 'heading' | 'known'> {
  known: Decision;
}

/** A proposed decision is made: whose it was, who made it, and when it is looked at again. */
export function AcceptForm({ known, cancel, ...rest }: AcceptFormProps) {
  const sending = useSending({ known, begin: known, ...rest, kept: 'accept' });
  const [asked, setAsked] = useState(false);
  const { words, set } = sending;
  const accept = () => {
    setAsked(true);
    if (words.space !== null) sending.send({ status: 'accepted', decidedOn: words.decidedOn ?? todayIn(rest.here.context.timeZone, new Date()) });
  };
  const leave = () => {
    sending.drop();
    cancel();
  };
  return (
    <Form heading={`Accept “${titleOf(known)}”`} submit="Accept" busy={sending.busy} problem={sending.problem}
      changed={sending.changed} save={accept} cancel={leave}>
      <SpaceQuestion space={words.space} set={(space) => set({ space })}
        problem={asked && words.space === null ? 'Say which one, so that it is clear who decides.' : null} />
      <NamesField names={words.decidedBy} set={(decidedBy) => set({ decidedBy })} />
      <TextLine label="Review on" type="date" value={words.reviewOn ?? ''} set={(day) => set({ reviewOn: day || null })}
        hint="When to ask whether it still holds." />
      <p className="hint">An accepted decision keeps its words. To decide otherwise later, supersede it with a new one.</p>
      <Clashes sending={sending} />
    </Form>
  );
}
