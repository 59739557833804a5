import './keys.css';
import { useId, useState } from 'react';
import { useKeys } from './useKeys';

export interface Key {
  /** As they stand on the keyboard, for instance `Alt + ↑`. */
  readonly press: string;
  /** What it does, in two or three words. */
  readonly does: string;
}

/** The sheet of a panel's keys, folded until it is asked for, by its button or by `?`. */
export function Keys({ keys }: { keys: readonly Key[] }) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const turn = () => setOpen((it) => !it);
  useKeys({ '?': turn });
  return (
    <div className="keys">
      <button type="button" className="keys-button" aria-expanded={open} aria-controls={id} onClick={turn}>
        Keyboard shortcuts <kbd>?</kbd>
      </button>
      <dl id={id} className="keys-sheet" hidden={!open}>
        {keys.map(({ press, does }) => (
          <div key={press}><dt><kbd>{press}</kbd></dt><dd>{does}</dd></div>
        ))}
      </dl>
    </div>
  );
}
