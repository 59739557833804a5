import { useRef, useState } from 'react';
import { equal } from '../shell/json';
import { useTyped } from '../shell/typed';
import { Clashes } from './Clashes';
import type { AcceptFormProps } from './AcceptForm';
import type { Dissent } from './decision';
import { draftPath } from './draft';
import { TextBlock, TextLine } from './Fields';
import { Form } from './Form';
import { useNameFirst } from './here';
import { dissent } from './parse';
import { useSending } from './useSending';
import { titleOf } from './wording';

export type DissentFormProps = AcceptFormProps;

/** Somebody does not agree: their name, and their reason. The decision stands as it did. */
export function DissentForm({ known, cancel, send, ...rest }: DissentFormProps) {
  const { here } = rest;
  const typed = useTyped<Dissent>({
    path: draftPath(here.issueId, `${known.id}/dissent`), me: here.me, parse: dissent, begin: { who: '', because: '' },
  });
  const { because } = typed.words;
  const [who, setWho] = useNameFirst(here, typed.words.who);
  const sending = useSending({
    known, begin: known, ...rest,
    send: async (words, base) => {
      const outcome = await send(words, base);
      if (outcome.kind === 'done') typed.drop();
      return outcome;
    },
  });
  const [asked, setAsked] = useState(false);
  const tried = useRef<Dissent | null>(null);
  const name = who.trim();
  const reason = because.trim();
  const add = () => {
    setAsked(true);
    if (name === '' || reason === '') return;
    // An attempt that did not arrive left its words in the form.
    const others = sending.words.dissent.filter((it) => !equal(it, tried.current));
    tried.current = { who: name, because: reason };
    sending.send({ dissent: [...others, tried.current] });
  };
  const leave = () => {
    typed.drop();
    cancel();
  };
  const named = (text: string) => {
    setWho(text);
    typed.set({ who: text });
  };
  return (
    <Form heading={`Dissent from “${titleOf(known)}”`} submit="Add dissent" busy={sending.busy} problem={sending.problem}
      changed={name + reason !== ''} save={add} cancel={leave}>
      <TextLine label="Who" value={who} set={named} first longest={100}
        problem={asked && name === '' ? 'Say who disagrees: dissent has a name.' : null} />
      <TextBlock label="Because" value={because} set={(text) => typed.set({ because: text })} longest={2_000} hint="What would have to change for them to agree."
        problem={asked && reason === '' ? 'Say why, so that it can be answered.' : null} />
      <Clashes sending={sending} />
    </Form>
  );
}
