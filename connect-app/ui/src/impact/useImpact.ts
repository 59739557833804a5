import { useEffect, useMemo } from 'react';
import type { HostBridge } from '../host/bridge';
import type { Edited } from '../shell/document';
import { useDocument } from '../shell/useDocument';
import { isStamp } from './clashes';
import type { Impact } from './impact';
import { IMPACT } from './impactKind';

/** The issue's document. Of two check-ins at the same time only the answers clash: who and when are the server's to say. */
export function useImpact(bridge: HostBridge, issueId: string): Edited<Impact> {
  const edited = useDocument(bridge, `/api/panel/issues/${encodeURIComponent(issueId)}/impact`, IMPACT);
  const { conflicts, settle } = edited;
  const stamp = conflicts.find(isStamp);
  useEffect(() => {
    if (stamp !== undefined) settle(stamp, 'theirs');
  }, [stamp, settle]);
  return useMemo(() => (stamp === undefined ? edited : { ...edited, conflicts: conflicts.filter((it) => !isStamp(it)) }),
    [edited, conflicts, stamp]);
}
