import { useEffect, useState } from 'react';
import type { HostBridge } from '../host/bridge';
import { fields, list, text, textOrNull } from './parse';

/** Somebody with an account in Jira; nameless where the account is gone. */
export interface Person {
  readonly id: string;
  readonly name: string | null;
  readonly active: boolean;
}

const MOST_IDS = 90;

const person = (value: unknown): Person => {
  const given = fields(value, 'person');
  return { id: text(given['id'], 'id'), name: textOrNull(given['name'], 'name'), active: given['active'] === true };
};

async function ask(bridge: HostBridge, issueId: string, query: string): Promise<readonly Person[]> {
  const path = `/api/panel/issues/${encodeURIComponent(issueId)}/people?${query}`;
  return list(fields((await bridge.api({ method: 'GET', path })).body, 'body')['people'], person, 'people');
}

/** Who can be chosen for what was typed so far. @throws what the bridge throws, Unreadable. */
export const findPeople = (bridge: HostBridge, issueId: string, typed: string): Promise<readonly Person[]> =>
  ask(bridge, issueId, `query=${encodeURIComponent(typed)}`);

export const nameOf = (known: Person | undefined): string => {
  if (known === undefined) return '…';
  if (known.name === null) return 'Somebody who left';
  return known.active ? known.name : `${known.name} (no longer active)`;
};

/** Names come once a page; those that cannot be had stay away, and nothing else fails by it. */
export function usePeople(bridge: HostBridge, issueId: string, ids: readonly string[]): ReadonlyMap<string, Person> {
  const [known, setKnown] = useState<ReadonlyMap<string, Person>>(new Map());
  const wanted = [...new Set(ids)].filter((id) => !known.has(id)).slice(0, MOST_IDS).join(',');
  useEffect(() => {
    if (wanted === '') return undefined;
    let asked = true;
    const learn = (found: readonly Person[]) => {
      const gone = wanted.split(',').map((id): [string, Person] => [id, { id, name: null, active: false }]);
      if (asked) setKnown((old) => new Map([...old, ...gone, ...found.map((it) => [it.id, it] as const)]));
    };
    ask(bridge, issueId, `ids=${encodeURIComponent(wanted)}`).then(learn, () => undefined);
    return () => { asked = false; };
  }, [bridge, issueId, wanted]);
  return known;
}
