import { type ReactNode, useState } from 'react';
import { loaded } from '../decision/loaded';
import { useReturn } from '../shell/useReturn';
import type { PickListProps } from './PickList';

const PickList = loaded<PickListProps>(() => import('./PickList').then((it) => it.PickList));

interface PickInlineProps<T extends string> {
  label: string;
  mayEdit: boolean;
  value: T;
  options: readonly (readonly [T, string])[];
  set: (value: T) => void;
  /** What stands there instead of the value's own words. */
  words?: string;
  /** How the value looks while it is not being chosen. */
  children: ReactNode;
}

/** A value that becomes a list to choose from when it is pressed. Escape leaves it as it was. */
export function PickInline<T extends string>({ mayEdit, children, set, words, ...rest }: PickInlineProps<T>) {
  const { label, value, options } = rest;
  const [picking, setPicking] = useState(false);
  const { to, back } = useReturn(picking);
  const close = (wanted: boolean) => {
    back(wanted);
    setPicking(false);
  };

  if (!mayEdit) return <span className="line">{children}</span>;
  if (picking) return <PickList {...rest} set={(it) => set(it as T)} close={close} />;
  const shown = words ?? options.find(([name]) => name === value)?.[1] ?? '';
  return (
    <button type="button" className="pick" ref={to} aria-label={`${label}: ${shown}. Change`} onClick={() => setPicking(true)}>
      {children}
    </button>
  );
}
