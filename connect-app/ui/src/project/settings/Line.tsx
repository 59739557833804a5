import CrossIcon from '@atlaskit/icon/core/cross';
import { type KeyboardEvent, useEffect, useState } from 'react';

interface LineFieldProps {
  /** What the field holds, for screen readers: "Item 2". */
  label: string;
  value: string;
  longest: number;
  placeholder?: string;
  /** An emptied field takes its text back. */
  needed?: boolean;
  /** With what was typed, when it is not what it was. */
  commit: (value: string) => void;
}

/** One line of text, written back when the person leaves it or presses Enter; Escape takes the typing back. */
export function LineField({ label, value, longest, placeholder, needed = false, commit }: LineFieldProps) {
  const [typed, type] = useState(value);
  useEffect(() => type(value), [value]);
  const leave = () => {
    const next = typed.trim();
    if (next === value || (needed && next === '')) type(value);
    else commit(next);
  };
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Escape') type(value);
    if (event.key === 'Enter') leave();
  };
  return (
    <input
      className="form-field form-field-line" aria-label={label} value={typed} maxLength={longest} placeholder={placeholder} dir="auto"
      onChange={({ target }) => type(target.value)} onBlur={leave} onKeyDown={press}
    />
  );
}

/** Takes something away; its name says what. */
export function Remove({ label, remove }: { label: string; remove: () => void }) {
  return (
    <button type="button" className="line-remove" aria-label={label} title={label} onClick={remove}>
      <CrossIcon label="" color="currentColor" size="small" />
    </button>
  );
}
