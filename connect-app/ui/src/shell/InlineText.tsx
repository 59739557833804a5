import './inline.css';
import { type ClipboardEvent, Suspense, useRef, useState } from 'react';
import type { Ended } from './editing';
import { type Lines, preload, TextEditor } from './editors';
import { useReturn } from './useReturn';
import { useWhenHidden } from './useWhenHidden';

interface InlineTextProps {
  value: string;
  /** The name of the field, for screen readers. */
  label: string;
  placeholder: string;
  /**
   * The new text, without the spaces around it, and the one that the person began with: where `value`
   * became another one meanwhile, give it to `edit` as `began`. Not called where nothing changed.
   */
  onCommit: (next: string, from: string) => void;
  lines?: Lines;
  readOnly?: boolean;
  maxLength?: number;
  /** An emptied text is put back instead of committed. */
  required?: boolean;
  /** Opens and closes from outside; `onEditing` tells either way. */
  editing?: boolean;
  onEditing?: (editing: boolean, ended?: Ended) => void;
  /** May take a paste for itself, by `preventDefault`. */
  onPaste?: (event: ClipboardEvent) => void;
  className?: string;
}

/** A text that becomes a field where it stands: click or Enter opens, Enter or leaving saves, Esc puts it back. */
export function InlineText(props: InlineTextProps) {
  const { value, label, placeholder, lines = 'one', readOnly = false, editing, onEditing, className = '' } = props;
  const [inner, setInner] = useState(false);
  const open = !readOnly && (editing ?? inner);
  const { to, back } = useReturn(open);
  const turn = (on: boolean, ended?: Ended) => {
    back(ended !== undefined && ended !== 'blur');
    setInner(on);
    onEditing?.(on, ended);
  };
  const shown = <Shown value={value} otherwise={readOnly ? 'Not written yet' : placeholder} />;
  if (readOnly) return <span className={`inline-text inline-read-only ${className}`}>{shown}</span>;
  if (open) {
    return (
      <Suspense fallback={<span className={`inline-text ${className}`}>{shown}</span>}>
        <Open {...props} lines={lines} end={(how) => turn(false, how)} />
      </Suspense>
    );
  }
  return (
    <button
      type="button"
      ref={to}
      className={`inline-text ${className}`}
      aria-label={`${label}: ${value === '' ? placeholder : value}. Edit`}
      onClick={() => turn(true)}
      onPointerEnter={() => preload(lines)}
      onFocus={() => preload(lines)}
    >
      {shown}
    </button>
  );
}

function Shown({ value, otherwise }: { value: string; otherwise: string }) {
  return <span className={value === '' ? 'inline-placeholder' : 'inline-value'} dir="auto">{value === '' ? otherwise : value}</span>;
}

type OpenProps = InlineTextProps & { lines: Lines; end: (how: Ended) => void };

function Open({ value, label, placeholder, onCommit, lines, maxLength, required = false, onPaste, end }: OpenProps) {
  const from = useRef(value);
  const committed = useRef(value);
  const text = useRef(value);
  const commit = () => {
    const next = lines === 'many' ? text.current.trim() : inOneLine(text.current);
    if (next === committed.current || (required && next === '')) return;
    onCommit(next, from.current);
    committed.current = next;
    from.current = next;
  };
  useWhenHidden(commit);
  const ended = (how: Ended) => {
    if (how !== 'escape') commit();
    end(how);
  };
  return (
    <TextEditor
      lines={lines}
      initial={value}
      label={label}
      placeholder={placeholder}
      ended={ended}
      onText={(next) => { text.current = next; }}
      {...(maxLength === undefined ? {} : { maxLength })}
      {...(onPaste === undefined ? {} : { onPaste })}
    />
  );
}

const inOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
