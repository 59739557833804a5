import { type ClipboardEvent, Suspense, useRef, useState } from 'react';
import type { Ended } from '../shell/editing';
import { TextEditor } from '../shell/editors';
import { useWhenHidden } from '../shell/useWhenHidden';
import type { Sketch } from './changes';
import { isList, sketchesOf } from './lines';

interface AddProps {
  add: (sketches: readonly Sketch[]) => void;
  /** `back`: the focus returns to where this was opened. */
  close: (back: boolean) => void;
}

/** The line for the next criterion: Enter adds it and waits for one more, an empty Enter or Esc ends. A pasted list becomes its lines. */
export function AddCriterion({ add, close }: AddProps) {
  const [round, setRound] = useState(0);
  const text = useRef('');
  const take = (): boolean => {
    const sketches = sketchesOf(text.current);
    text.current = '';
    if (sketches.length > 0) add(sketches);
    return sketches.length > 0;
  };
  const ended = (how: Ended) => {
    const again = how === 'enter' && take();
    if (how === 'blur') take();
    if (again) setRound((it) => it + 1);
    else close(how !== 'blur');
  };
  useWhenHidden(() => { if (take()) setRound((it) => it + 1); });
  return (
    <Suspense fallback={<span className="add-soon" />}>
      <TextEditor
        key={round}
        lines="wrap"
        initial=""
        label="New criterion"
        placeholder="One thing that must be true. Paste a list to add many."
        onText={(next) => { text.current = next; }}
        ended={ended}
        onPaste={(event) => pasted(event, add)}
      />
    </Suspense>
  );
}

/** A list becomes criteria at once; a piece of a line goes where the caret is. */
export function pasted(event: ClipboardEvent, add: (sketches: readonly Sketch[]) => void): void {
  const text = event.clipboardData.getData('text/plain');
  if (!isList(text)) return;
  event.preventDefault();
  add(sketchesOf(text));
}
