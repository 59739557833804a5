import { useEffect, useRef } from 'react';

/** What to do on a key, named as `KeyboardEvent.key` names it; `Mod+` stands for Ctrl, or Cmd on a Mac. */
export type Bindings = Readonly<Record<string, (event: KeyboardEvent) => void>>;

const TYPED_INTO = 'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable], [role=combobox], [role=listbox]';

export const isTyping = ({ target }: Event): boolean => target instanceof Element && target.closest(TYPED_INTO) !== null;

/** For instance `n`, `ArrowUp`, `Alt+arrowup`, `Mod+Shift+z`. */
export function keyName({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): string {
  if (!ctrlKey && !metaKey && !altKey) return key.length === 1 ? key.toLowerCase() : key;
  return `${ctrlKey || metaKey ? 'Mod+' : ''}${altKey ? 'Alt+' : ''}${shiftKey ? 'Shift+' : ''}${key.toLowerCase()}`;
}

/**
 * Keys for the whole panel, while the focus is somewhere in its frame. Nothing happens while somebody types
 * into a field, nor where a component already took the key for itself (`preventDefault`).
 */
export function useKeys(bindings: Bindings): void {
  const latest = useRef(bindings);
  latest.current = bindings;
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || isTyping(event)) return;
      const act = latest.current[keyName(event)];
      if (act === undefined) return;
      event.preventDefault();
      act(event);
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, []);
}
