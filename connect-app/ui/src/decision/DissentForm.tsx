import { useRef, useState } from 'react';
import { equal } from '../shell/json';
import { Clashes } from './Clashes';
import type { AcceptFormProps } from './AcceptForm';
import type { Dissent } from './decision';
import { TextBlock, TextLine } from './Fields';
import { Form } from './Form';
import { useNameFirst } from './here';
import { useSending } from './useSending';
import { titleOf } from './wording';

export type DissentFormProps = AcceptFormProps;

/** Somebody does not agree: their name, and their reason. The decision stands as it did. */
export function DissentForm({ known, cancel, ...rest }: DissentFormProps) {
  const sending = useSending({ known, begin: known, ...rest });
  const [who, setWho] = useNameFirst(rest.here);
  const [because, setBecause] = useState('');
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
  return (
    <Form heading={`Dissent from “${titleOf(known)}”`} submit="Add dissent" busy={sending.busy} problem={sending.problem}
      changed={name + reason !== ''} save={add} cancel={cancel}>
      <TextLine label="Who" value={who} set={setWho} first longest={100}
        problem={asked && name === '' ? 'Say who disagrees: dissent has a name.' : null} />
      <TextBlock label="Because" value={because} set={setBecause} longest={2_000} hint="What would have to change for them to agree."
        problem={asked && reason === '' ? 'Say why, so that it can be answered.' : null} />
      <Clashes sending={sending} />
    </Form>
  );
}
