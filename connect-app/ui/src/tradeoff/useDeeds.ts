import { useEffect, useRef, useState } from 'react';
import type { HostBridge } from '../host/bridge';
import type { Edited } from '../shell/document';
import { useUndoKeys } from '../shell/undo';

type Undoing = Pick<Edited<unknown>, 'undo' | 'redo' | 'news'>;

interface Deed {
  readonly nr: number;
  readonly undo: () => void;
}

/**
 * One order of undoing for what is done to the document and for what is not part of it (a decision, the budget). Each of
 * the latter is told of in a flag; Ctrl or Cmd with Z takes it back as long as the document was not edited after it.
 */
export function useDeeds(bridge: HostBridge, { undo, redo, news }: Undoing): (title: string, undo: () => void) => void {
  const [last, setLast] = useState<Deed | null>(null);
  const counted = useRef(0);
  const after = useRef(news.nr);
  // What is edited together with the deed is drawn together with it.
  useEffect(() => { after.current = news.nr; }, [last]);
  useUndoKeys({
    redo,
    undo: () => {
      if (last === null || after.current < news.nr) return undo();
      setLast(null);
      last.undo();
    },
  });
  return (title, takeBack) => {
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
}
