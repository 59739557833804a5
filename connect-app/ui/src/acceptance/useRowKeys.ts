import type { KeyboardEvent } from 'react';
import { isTyping, keyName } from '../shell/useKeys';
import type { Criterion } from './acceptance';
import type { Actions } from './useActions';

interface RowKeys {
  criteria: readonly Criterion[];
  actions: Actions;
  /** The row that has the focus after the next drawing. */
  focusOn: (id: string) => void;
  edit: (id: string) => void;
}

/** The keys of the list: arrows go to the same part of the next row, with Alt they move the row, Del removes it, Enter edits. */
export function useRowKeys({ criteria, actions, focusOn, edit }: RowKeys) {
  return (event: KeyboardEvent<HTMLElement>) => {
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-id]') : null;
    const index = criteria.findIndex((it) => it.id === row?.dataset['id']);
    if (row === null || index < 0 || event.defaultPrevented || isTyping(event.nativeEvent)) return;
    const { id } = criteria[index]!;
    const move = (place: number) => {
      if (place < 0 || place >= criteria.length) return;
      actions.move(id, place, criteria.length);
      focusOn(id);
    };
    const remove = () => {
      const heir = criteria[index + 1] ?? criteria[index - 1];
      if (heir !== undefined) focusOn(heir.id);
      actions.remove(id);
    };
    const keys: Record<string, (() => void) | undefined> = {
      'ArrowUp': () => goTo(row.previousElementSibling, event.target as Element),
      'ArrowDown': () => goTo(row.nextElementSibling, event.target as Element),
      'Alt+arrowup': () => move(index - 1),
      'Alt+arrowdown': () => move(index + 1),
      'Delete': remove,
      'Enter': isCheck(event.target as Element) ? () => edit(id) : undefined,
    };
    const act = keys[keyName(event.nativeEvent)];
    if (act === undefined) return;
    event.preventDefault();
    act();
  };
}

const isCheck = (element: Element): boolean => element.matches('.check');

const PARTS = ['.check', '.criterion-text', '.type-button', '.changed-mark'];

function goTo(row: Element | null, from: Element): void {
  const part = PARTS.find((it) => from.closest(it) !== null) ?? '.check';
  (row?.querySelector<HTMLElement>(part) ?? row?.querySelector<HTMLElement>('.check'))?.focus();
}
