import type { HostBridge } from '../host/bridge';
import { fields, list, text, textOrNull } from './parse';

/** Somebody with an account in Jira; nameless where the account is gone. */
export interface Person {
  readonly id: string;
  readonly name: string | null;
  readonly active: boolean;
}

const person = (value: unknown): Person => {
  const given = fields(value, 'person');
  return { id: text(given['id'], 'id'), name: textOrNull(given['name'], 'name'), active: given['active'] === true };
};

async function ask(bridge: HostBridge, issueId: string, query: string): Promise<readonly Person[]> {
  const path = `/api/panel/issues/${encodeURIComponent(issueId)}/people?${query}`;
  return list(fields((await bridge.api({ method: 'GET', path })).body, 'body')['people'], person, 'people');
}

/** Who they are; those whom Jira does not know are nameless. At most 90 ids. @throws what the bridge throws, Unreadable. */
export const peopleOf = (bridge: HostBridge, issueId: string, ids: readonly string[]): Promise<readonly Person[]> =>
  ask(bridge, issueId, `ids=${encodeURIComponent(ids.join(','))}`);

/** Who can be chosen for what was typed so far. @throws what the bridge throws, Unreadable. */
export const findPeople = (bridge: HostBridge, issueId: string, typed: string): Promise<readonly Person[]> =>
  ask(bridge, issueId, `query=${encodeURIComponent(typed)}`);

export const nameOf = (known: Person | undefined): string => {
  if (known === undefined) return '…';
  if (known.name === null) return 'Somebody who left';
  return known.active ? known.name : `${known.name} (no longer active)`;
};
