import { ApiError, type HostBridge } from '../host/bridge';
import { Unreadable } from '../shell/parse';
import { type Decision, type Written, writtenOf } from './decision';
import { idFor } from './log';
import { decisions } from './parse';
import { FAILED } from './wording';

/** What became of a save or a deletion. */
export type Outcome =
  | { readonly kind: 'done'; readonly all: readonly Decision[]; readonly id: string }
  /** Somebody changed it meanwhile; null: somebody deleted it. Nothing was written. */
  | { readonly kind: 'clash'; readonly theirs: Decision | null }
  /** In words for people; nothing was written, or it is not known to be. */
  | { readonly kind: 'failed'; readonly why: string };

/** The version of what does not exist yet. */
export const NOTHING = '"0"';
const MOST_TRIES = 5;

/** The decisions of one issue in the backend. Nothing here throws. */
export class Shelf {
  constructor(private readonly bridge: HostBridge, private readonly issueId: string) {}

  /** Saves what a person wrote over the version that they saw; safe to repeat. */
  save = (it: Pick<Decision, 'id' | 'etag'>, words: Written): Promise<Outcome> => this.send('PUT', it.id, it.etag, words);

  /** Brings a deleted decision back under its id. */
  bringBack = (gone: Decision): Promise<Outcome> => this.send('PUT', gone.id, NOTHING, writtenOf(gone));

  remove = (it: Decision): Promise<Outcome> => this.send('DELETE', it.id, it.etag);

  /** Deletes a decision that was just made; one whose place it took is what it was before. */
  async takeBack(made: Decision, before: readonly Decision[]): Promise<Outcome> {
    const outcome = await this.remove(made);
    const old = before.find(({ id }) => id === made.supersedes);
    if (outcome.kind !== 'done' || old === undefined || old.status === 'superseded') return outcome;
    const now = outcome.all.find(({ id }) => id === old.id);
    return now === undefined ? outcome : this.save(now, writtenOf(old));
  }

  /**
   * Writes a new decision under an id made of its title. Where the id turns out to be taken by the very same words, an
   * earlier attempt did arrive, and that was it.
   */
  async create(words: Written, known: readonly string[]): Promise<Outcome> {
    const taken = [...known];
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const id = idFor(words.title, taken);
      const outcome = await this.send('PUT', id, NOTHING, words);
      if (outcome.kind !== 'clash') return outcome;
      if (outcome.theirs !== null && same(writtenOf(outcome.theirs), words)) return this.save(outcome.theirs, words);
      taken.push(id);
    }
    return { kind: 'failed', why: FAILED.other };
  }

  private async send(method: 'PUT' | 'DELETE', id: string, etag: string, body?: Written): Promise<Outcome> {
    const path = `/api/panel/issues/${encodeURIComponent(this.issueId)}/decisions/${encodeURIComponent(id)}`;
    try {
      const answer = await this.bridge.api({ method, path, ifMatch: quoted(etag), ...(body === undefined ? {} : { body }) });
      return { kind: 'done', all: listIn(answer.body), id };
    } catch (failure) {
      return this.outcomeOf(failure, id);
    }
  }

  private async outcomeOf(failure: unknown, id: string): Promise<Outcome> {
    if (!(failure instanceof ApiError) || failure.status !== 412) return { kind: 'failed', why: whyOf(failure) };
    const all = currentIn(failure.body) ?? (await this.read());
    return all === null ? { kind: 'failed', why: FAILED.unreachable } : { kind: 'clash', theirs: all.find((it) => it.id === id) ?? null };
  }

  private async read(): Promise<readonly Decision[] | null> {
    try {
      return listIn((await this.bridge.api({ method: 'GET', path: `/api/panel/issues/${encodeURIComponent(this.issueId)}/tradeoff` })).body);
    } catch {
      return null;
    }
  }
}

/** RFC 9110 has tags in quotes; in a body they may stand without. */
const quoted = (etag: string): string => (/^(W\/)?"/.test(etag) ? etag : `"${etag}"`);

/** Stored text may have another white space, and names another order, than what was sent. */
function plain(value: unknown): string {
  const text = Array.isArray(value) ? value.map((it) => JSON.stringify(it)).sort().join() : String(value ?? '');
  return text.replaceAll(/\s+/g, ' ').trim();
}

const same = (a: Written, b: Written): boolean => (Object.keys(b) as (keyof Written)[]).every((key) => plain(a[key]) === plain(b[key]));

const part = (body: unknown, name: string): unknown => (body as Record<string, unknown> | null | undefined)?.[name];

const listIn = (body: unknown): readonly Decision[] => decisions(part(body, 'decisions'));

/** The decisions as they are now, where the refusal brings them along. */
function currentIn(body: unknown): readonly Decision[] | null {
  try {
    return listIn(part(body, 'current'));
  } catch {
    return null;
  }
}

function whyOf(failure: unknown): string {
  if (failure instanceof Unreadable) return FAILED.other;
  if (!(failure instanceof ApiError)) return FAILED.unreachable;
  if (failure.status === 401) return FAILED.expired;
  const detail = part(failure.body, 'detail');
  if (typeof detail === 'string' && detail !== '') return detail.slice(0, 500);
  if (failure.status === 403) return FAILED.refused;
  return failure.status >= 500 ? FAILED.unreachable : FAILED.other;
}
