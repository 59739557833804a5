import type { HostBridge } from '../host/bridge';
import type { RatedIssue } from '../matrix/cells';
import { scoreOf, wholeOf } from '../matrix/rating';
import { anyText, type Fields, fields, list, text } from '../shell/parse';

/** More than the server sends; a cell takes them all, but no answer may flood the page. */
const MOST = 500;

function neighbour(given: Fields): RatedIssue | null {
  const rating = wholeOf({ impact: scoreOf(given['impact']), effort: scoreOf(given['effort']) });
  if (rating === null) return null;
  return { id: text(given['id'], 'id'), key: text(given['key'], 'key'), summary: anyText(given['summary'], 'summary'), ...rating };
}

/**
 * The rated issues of the same project that the reader may see, as `GET …/neighbours` answers. One without
 * a whole rating has no place and is left out.
 *
 * @throws Unreadable, naming the field.
 */
export const neighboursOf = (body: unknown): readonly RatedIssue[] =>
  list(fields(body, 'body')['neighbours'], (it) => neighbour(fields(it, 'neighbour')), 'neighbours')
    .flatMap((it) => it ?? []).slice(0, MOST);

/** @throws ApiError, Unreachable or Unreadable. */
export async function readNeighbours(bridge: HostBridge, issueId: string): Promise<readonly RatedIssue[]> {
  const path = `/api/panel/issues/${encodeURIComponent(issueId)}/neighbours`;
  return neighboursOf((await bridge.api({ method: 'GET', path })).body);
}
