import { type KeyboardEvent, useId, useState } from 'react';
import { percentOf } from './slo';

interface PercentFieldProps {
  label: string;
  value: number | null;
  /** The lowest that it may be; the highest is 100. */
  lowest: number;
  save: (value: number | null) => void;
}

/** A percentage. It is saved when it is left or with Enter; what is none stays, with a word on what is wrong. */
export function PercentField({ label, value, lowest, save }: PercentFieldProps) {
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? (value === null ? '' : String(value));
  const wrong = percentOf(text, lowest) === undefined;
  const leave = () => {
    const percent = percentOf(text, lowest);
    if (percent === undefined) return;
    setTyped(null);
    if (percent !== value) save(percent);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') leave();
    if (event.key === 'Escape') setTyped(null);
  };
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id} className="input" inputMode="decimal" autoComplete="off" maxLength={12} value={text} placeholder="–"
        aria-invalid={wrong} {...(wrong ? { 'aria-describedby': `${id}-wrong` } : {})}
        onChange={(event) => setTyped(event.target.value)} onBlur={leave} onKeyDown={onKeyDown}
      />
      {wrong && <p className="wrong" id={`${id}-wrong`} role="alert">{`A number from ${lowest} to 100.`}</p>}
    </div>
  );
}
