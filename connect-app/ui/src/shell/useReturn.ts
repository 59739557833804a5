import { type RefObject, useEffect, useRef } from 'react';

interface Return<E extends HTMLElement> {
  /** Where the field is opened. */
  readonly to: RefObject<E>;
  /** Says, before the field closes, whether the focus goes back; a field that goes away may also say that it lost it. */
  back(wanted: boolean): void;
}

/** Brings the focus back to where a field was opened, once it is closed and the place is there again. */
export function useReturn<E extends HTMLElement = HTMLButtonElement>(open: boolean): Return<E> {
  const to = useRef<E>(null);
  const wanted = useRef(false);
  useEffect(() => {
    if (!open && wanted.current) to.current?.focus();
    wanted.current = false;
  }, [open]);
  return { to, back: (it) => { wanted.current ||= it; } };
}
