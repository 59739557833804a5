import { type KeyboardEvent, useId } from 'react';
import { fields } from '../shell/parse';
import { type DraftPlace, useTyped } from '../shell/typed';
import { useWhenHidden } from '../shell/useWhenHidden';
import { percentOf } from './slo';

interface PercentFieldProps {
  label: string;
  value: number | null;
  /** The lowest that it may be; the highest is 100. */
  lowest: number;
  /** Where what is no percentage is kept. */
  draft: DraftPlace;
  save: (value: number | null) => void;
}

const LONGEST = 12;

interface Words {
  /** Null where nobody types. */
  readonly typed: string | null;
}

function wordsIn(value: unknown): Words {
  const { typed } = fields(value, 'words');
  return { typed: typeof typed === 'string' ? typed.slice(0, LONGEST) : null };
}

/** A percentage. It is saved when it, or the page, is left or with Enter; what is none stays, with a word on what is wrong. */
export function PercentField({ label, value, lowest, draft, save }: PercentFieldProps) {
  const id = useId();
  const { words: { typed }, set } = useTyped({
    ...draft, parse: wordsIn, begin: { typed: null }, worth: (it) => it.typed !== null && percentOf(it.typed, lowest) === undefined,
  });
  const text = typed ?? (value === null ? '' : String(value));
  const wrong = percentOf(text, lowest) === undefined;
  const leave = () => {
    const percent = percentOf(text, lowest);
    if (percent === undefined) return;
    set({ typed: null });
    if (percent !== value) save(percent);
  };
  useWhenHidden(leave);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') leave();
    if (event.key === 'Escape') set({ typed: null });
  };
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id} className="input" inputMode="decimal" autoComplete="off" maxLength={LONGEST} value={text} placeholder="–"
        aria-invalid={wrong} {...(wrong ? { 'aria-describedby': `${id}-wrong` } : {})}
        onChange={(event) => set({ typed: event.target.value })} onBlur={leave} onKeyDown={onKeyDown}
      />
      {wrong && <p className="wrong" id={`${id}-wrong`} role="alert">{`A number from ${lowest} to 100.`}</p>}
    </div>
  );
}
