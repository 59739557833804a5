import type { DocumentKind } from './document';
import type { Draft } from './held';
import { isFields } from './json';
import type { Clash } from './merge';

type Parser<D> = Pick<DocumentKind<D>, 'parse'>;

/** Unsaved documents of one person, that survive a reload. Kept in this browser only, and not for ever. */
export interface Drafts {
  /** Null where this person has none, it is too old, or cannot be read. */
  find<D>(path: string, me: string, kind: Parser<D>): Draft<D> | null;
  keep<D>(path: string, me: string, draft: Draft<D>): void;
  drop(path: string, me: string): void;
}

const KEPT_MILLIS = 30 * 24 * 3_600_000;

/** More than every document and every form may hold. */
const LONGEST = 500_000;

/** One person's account, and the number of an issue, may be on two sites, whose frames come from one origin: Connect says here whose this is. */
const site = (): string => new URLSearchParams(window.location.search).get('xdm_e') ?? '';

const nameOf = (path: string, me: string): string => `tandem.draft:${site()}${me}:${path}`;

/** The path of the document names the issue and the document. A storage that is full or shut keeps nothing, silently. */
export function draftsIn(storage: () => Storage, now: () => number): Drafts {
  const safely = <T>(use: (storage: Storage) => T): T | null => {
    try {
      return use(storage());
    } catch {
      return null;
    }
  };
  return {
    find: (path, me, kind) => safely((it) => parsed(it.getItem(nameOf(path, me)), now(), kind)),
    keep: (path, me, draft) => void safely((it) => {
      const text = JSON.stringify({ v: 1, at: now(), ...draft });
      if (text.length <= LONGEST) it.setItem(nameOf(path, me), text);
    }),
    drop: (path, me) => void safely((it) => it.removeItem(nameOf(path, me))),
  };
}

function parsed<D>(text: string | null, now: number, kind: Parser<D>): Draft<D> | null {
  const given: unknown = JSON.parse(text ?? 'null');
  if (!isFields(given) || given['v'] !== 1) return null;
  if (typeof given['at'] !== 'number' || now - given['at'] > KEPT_MILLIS) return null;
  return { base: kind.parse(given['base']), mine: kind.parse(given['mine']), clashes: clashesIn(given['clashes']) };
}

const clashesIn = (given: unknown): readonly Clash[] =>
  (Array.isArray(given) ? given : [])
    .filter((it) => isFields(it) && Array.isArray(it['path']) && it['path'].every((step) => typeof step === 'string'))
    .map(({ path, mine, theirs }) => ({ path, mine, theirs }));

export const browserDrafts: Drafts = draftsIn(() => window.localStorage, () => Date.now());
