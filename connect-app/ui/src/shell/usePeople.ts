import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { HostBridge } from '../host/bridge';
import { type Names, registerOf } from './register';

/** Names come once a page; those that cannot be had stay away, and nothing else fails by it. */
export function usePeople(bridge: HostBridge, issueId: string, ids: readonly string[]): Names {
  const register = useMemo(() => registerOf(bridge, issueId), [bridge, issueId]);
  const wanted = ids.join(',');
  useEffect(() => register.want(wanted.split(',')), [register, wanted]);
  return useSyncExternalStore(register.read, register.known);
}
