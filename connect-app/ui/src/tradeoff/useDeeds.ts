import { useEffect, useRef, useState } from 'react';
import type { HostBridge } from '../host/bridge';
import type { Edited } from '../shell/document';
import { useUndoKeys } from '../shell/undo';

type Undoing = Pick<Edited<unknown>, 'undo' | 'redo' | 'canUndo' | 'news'>;

interface Deeds extends Pick<Undoing, 'undo' | 'canUndo'> {
  /** Tells of a deed in a flag; `undo` takes it back. */
  told(title: string, undo: () => void): void;
}

interface Deed {
  readonly nr: number;
  readonly undo: () => void;
}

/**
 * One order of undoing for what is done to the document and for what is not part of it (a decision, the budget). Each of
 * the latter is told of in a flag; "Undo", and Ctrl or Cmd with Z, take it back as long as the document was not edited after it.
 */
export function useDeeds(bridge: HostBridge, { undo, redo, canUndo, news }: Undoing): Deeds {
  const [last, setLast] = useState<Deed | null>(null);
  const counted = useRef(0);
  const [after, setAfter] = useState(news.nr);
  // What is edited together with the deed is drawn together with it.
  useEffect(() => setAfter(news.nr), [last]);
  const newest = last !== null && after >= news.nr ? last : null;
  const back = () => {
    if (newest === null) return undo();
    setLast(null);
    newest.undo();
  };
  useUndoKeys({ redo, undo: back });
  const told = (title: string, takeBack: () => void) => {
    counted.current += 1;
    const nr = counted.current;
    let done = false;
    const once = () => {
      if (!done) takeBack();
      done = true;
      setLast((it) => (it?.nr === nr ? null : it));
    };
    setLast({ nr, undo: once });
    bridge.flag({ id: `tandem-deed-${nr}`, kind: 'success', title, action: { text: 'Undo', run: once } });
  };
  return { told, undo: back, canUndo: canUndo || newest !== null };
}
