import { useEffect, useState } from 'react';
import type { HostBridge, HostContext } from '../host/bridge';
import { usePeople } from '../shell/usePeople';

/** The issue that a panel stands in, and who looks at it. */
export interface Here {
  readonly bridge: HostBridge;
  readonly context: HostContext;
  readonly issueId: string;
  /** Of the issue. */
  readonly summary: string;
  /** The account that looks, empty where it is not known. */
  readonly me: string;
  /** Tells in a flag that something was done, and offers to undo it; Ctrl or Cmd with Z undoes it, too, while nothing came after it. */
  told(title: string, undo: () => void): void;
}

/** The name of whoever looks, empty until it is known. Asked for where it is needed only. */
export function useMyName({ bridge, issueId, me }: Here): string {
  return usePeople(bridge, issueId, me === '' ? [] : [me]).get(me)?.name ?? '';
}

/** A text that begins with my name, unless a person was faster than the answer. */
export function useNameFirst(here: Here, begin = ''): [string, (text: string) => void] {
  const mine = useMyName(here);
  const [text, setText] = useState<string | null>(begin === '' ? null : begin);
  const [suggested, setSuggested] = useState('');
  useEffect(() => setSuggested(mine), [mine]);
  return [text ?? suggested, setText];
}
