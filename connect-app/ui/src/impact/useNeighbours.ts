import { useCallback, useEffect, useState } from 'react';
import type { HostBridge } from '../host/bridge';
import type { RatedIssue } from '../matrix/cells';
import { readNeighbours } from './neighbours';

export interface Neighbours {
  readonly issues: readonly RatedIssue[];
  readonly failed: boolean;
  again(): void;
}

const NONE: readonly RatedIssue[] = [];

/** Reads the neighbours once the chart is on show; the chart works without them. Errors are a state. */
export function useNeighbours(bridge: HostBridge, issueId: string): Neighbours {
  const [issues, show] = useState(NONE);
  const [failed, setFailed] = useState(false);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let gone = false;
    readNeighbours(bridge, issueId).then(
      (found) => {
        if (!gone) show(found);
      },
      () => {
        if (!gone) setFailed(true);
      },
    );
    return () => {
      gone = true;
    };
  }, [bridge, issueId, attempt]);
  const again = useCallback(() => {
    setFailed(false);
    setAttempt((it) => it + 1);
  }, []);
  return { issues, failed, again };
}
