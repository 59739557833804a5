import { type ClipboardEvent, type KeyboardEvent, type RefObject, useState } from 'react';

interface AddLineProps {
  field: RefObject<HTMLInputElement>;
  /** What is added: "item". */
  one: string;
  longest: number;
  /** With what was typed or pasted; may be several lines. */
  add: (typed: string) => void;
}

/** The empty line at the end of a list: Enter or leaving adds what was typed, Escape takes it back. */
export function AddLine({ field, one, longest, add }: AddLineProps) {
  const [typed, type] = useState('');
  const words = `Add ${/^[aeiou]/.test(one) ? 'an' : 'a'} ${one}`;
  const put = () => {
    add(typed);
    type('');
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter') put();
    if (event.key === 'Escape') type('');
  };
  const paste = (event: ClipboardEvent) => {
    const pasted = event.clipboardData.getData('text/plain');
    if (!/\n\s*\S/.test(pasted)) return;
    event.preventDefault();
    add(pasted);
  };
  return (
    <input
      ref={field} className="form-field form-field-line" aria-label={words} placeholder={words} dir="auto" maxLength={longest}
      value={typed} onChange={({ target }) => type(target.value)} onKeyDown={press} onPaste={paste} onBlur={put}
    />
  );
}
