import { type ClipboardEvent, type KeyboardEvent, type RefObject, useEffect, useRef } from 'react';

/** How a person left a field: `escape` puts back what was there. */
export type Ended = 'enter' | 'escape' | 'blur';

/** What an editor of a text is given; it is loaded when it is first used. */
export interface EditorProps {
  initial: string;
  label: string;
  placeholder: string;
  maxLength?: number;
  /** Enter makes a new paragraph; with Ctrl or Cmd it ends. */
  paragraphs: boolean;
  onText: (text: string) => void;
  ended: (how: Ended) => void;
  onPaste?: (event: ClipboardEvent) => void;
}

type Field = HTMLInputElement | HTMLTextAreaElement;

/** Takes the focus with the caret at the end; Enter, Esc and leaving end it, once. Enter that chooses a word of an input method does not. */
export function useEnding<F extends Field>({ paragraphs, ended }: EditorProps) {
  const field = useRef<F>(null);
  const over = useRef(false);
  useEffect(() => {
    field.current?.focus();
    field.current?.setSelectionRange(field.current.value.length, field.current.value.length);
  }, []);
  const end = (how: Ended) => {
    if (over.current) return;
    over.current = true;
    ended(how);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const enter = event.key === 'Enter' && (!paragraphs || event.ctrlKey || event.metaKey);
    if (!enter && event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    end(enter ? 'enter' : 'escape');
  };
  return { field: field as RefObject<F>, onKeyDown, onBlur: () => end('blur') };
}
