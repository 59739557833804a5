import { type RefObject, useCallback, useLayoutEffect, useRef } from 'react';

/** Puts the focus on a row's checkbox once the list is drawn anew: a row that is moved or removed loses it. */
export function useRowFocus(list: RefObject<HTMLElement>): (id: string) => void {
  const wanted = useRef<string | null>(null);
  useLayoutEffect(() => {
    if (wanted.current === null) return;
    const row = [...(list.current?.querySelectorAll<HTMLElement>('[data-id]') ?? [])].find((it) => it.dataset['id'] === wanted.current);
    row?.querySelector<HTMLElement>('.check')?.focus();
    wanted.current = null;
  });
  return useCallback((id) => { wanted.current = id; }, []);
}
