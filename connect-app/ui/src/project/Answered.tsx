import type { ReactNode } from 'react';
import { Notice } from '../shell/Notice';
import { Bones } from './Bones';
import type { Answer, Trouble } from './useAnswer';
import { STALE, troubleWords } from './wording';

interface AnsweredProps<T> {
  answer: Answer<T>;
  /** What is read, in the middle of a sentence: "the decision log". */
  what: string;
  children: (known: T) => ReactNode;
}

/** Draws an answer; its shape while it is read; and in place of it, or beside an old one, what went wrong. */
export function Answered<T>({ answer, what, children }: AnsweredProps<T>) {
  const { known, trouble, busy, again } = answer;
  if (known === null && trouble === null) return <Bones what={what} />;
  return (
    <div className={busy ? 'answered is-busy' : 'answered'} aria-busy={busy}>
      {trouble !== null && known === null && <InTrouble trouble={trouble} what={what} again={again} />}
      {trouble !== null && known !== null && <Notice kind="warning" title="This may be out of date">{STALE[trouble]}</Notice>}
      {known !== null && children(known)}
    </div>
  );
}

function InTrouble({ trouble, what, again }: { trouble: Trouble; what: string; again: () => void }) {
  const { title, meaning, canRetry } = troubleWords(trouble, what);
  return (
    <Notice kind="error" title={title} {...(canRetry ? { action: { text: 'Try again', run: again } } : {})}>{meaning}</Notice>
  );
}
