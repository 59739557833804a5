import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import type { HostBridge } from '../../host/bridge';
import type { PartRating } from '../../matrix/rating';
import { inWords } from '../useAction';
import type { BacklogIssue } from './backlog';
import { type Ratings, ratingsBy } from './ratings';

/** Rates issues of the project on the backend, and draws them as rated at once. */
export function useRatings(bridge: HostBridge, projectKey: string, issues: readonly BacklogIssue[]) {
  const latest = useRef(issues);
  latest.current = issues;
  const ratings = useMemo(
    () => ratingsFor(bridge, projectKey, (id) => latest.current.find((it) => it.id === id)?.key ?? 'An issue'),
    [bridge, projectKey],
  );
  const given = useSyncExternalStore(ratings.subscribe, ratings.now);
  useEffect(() => {
    window.addEventListener('pagehide', ratings.flushAll);
    return () => {
      window.removeEventListener('pagehide', ratings.flushAll);
      ratings.flushAll();
    };
  }, [ratings]);
  useEffect(() => ratings.seen(), [ratings, issues]);
  const drawn = useMemo(() => issues.map((it) => ({ ...it, ...given.ratings.get(it.id) })), [issues, given.ratings]);
  return { drawn, ratings, last: given.steps.at(-1) ?? null };
}

const addressOf = (projectKey: string, id: string): string =>
  `/api/project/${encodeURIComponent(projectKey)}/issues/${encodeURIComponent(id)}/rating`;

function ratingsFor(bridge: HostBridge, projectKey: string, nameOf: (id: string) => string): Ratings {
  return ratingsBy({
    send: async (id, { impact, effort }: PartRating) => {
      await bridge.api({ method: 'PUT', path: addressOf(projectKey, id), body: { impact, effort } });
    },
    failed: (id, failure) => bridge.flag({
      id: `tandem-rating-${id}`, kind: 'error', title: `${nameOf(id)} was not rated`,
      description: `${inWords(failure)} It is drawn where it was before.`,
    }),
  });
}
