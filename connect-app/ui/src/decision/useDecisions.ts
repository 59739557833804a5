import { useMemo, useRef, useState } from 'react';
import { equal } from '../shell/json';
import { type Decision, type Written, writtenOf } from './decision';
import type { Here } from './here';
import { type Outcome, Shelf } from './shelf';
import { titleOf } from './wording';

/** The decisions of the issue on show, and what can be done with them. What was done can be undone. */
export interface DecisionLog {
  /** The oldest first. */
  readonly all: readonly Decision[];
  /** The last thing that was done, for screen readers. `nr` tells the same words said twice apart. */
  readonly news: { readonly words: string; readonly nr: number };
  /** `then` is done once it is stored, and gives the way to undo that with it. */
  create(words: Written, then?: (id: string) => () => void): Promise<Outcome>;
  /** Saves over the version of `it`. */
  save(it: Decision, words: Written): Promise<Outcome>;
  remove(it: Decision): Promise<Outcome>;
}

/** A backend of several nodes may answer so long with what our own save replaced. */
const ECHO_MILLIS = 20_000;

/** Begins with what was read, and takes each newer reading; after a save it is what the backend answered. */
export function useDecisions(here: Here, read: readonly Decision[]): DecisionLog {
  const { bridge, issueId, told } = here;
  const [{ seen, all }, setHeld] = useState({ seen: read, all: read });
  const [news, setNews] = useState({ words: '', nr: 0 });
  const replaced = useRef<{ all: readonly Decision[]; at: number }>({ all: [], at: 0 });
  const latest = useRef(all);
  latest.current = all;
  const shelf = useMemo(() => new Shelf(bridge, issueId), [bridge, issueId]);
  const isEcho = () => Date.now() - replaced.current.at < ECHO_MILLIS && equal(read, replaced.current.all);
  // While drawing, not after it: the list must not be empty for a moment.
  if (seen !== read) setHeld({ seen: read, all: isEcho() ? all : read });

  const taking = (outcome: Outcome, words: string): Outcome => {
    if (outcome.kind !== 'done') return outcome;
    replaced.current = { all: latest.current, at: Date.now() };
    setHeld((held) => ({ ...held, all: outcome.all }));
    setNews(({ nr }) => ({ words, nr: nr + 1 }));
    return outcome;
  };

  /** An undo has no form in which to say that it failed. */
  const back = async (attempt: Promise<Outcome>, said: string): Promise<void> => {
    const outcome = taking(await attempt, said);
    if (outcome.kind === 'done') return;
    const description = outcome.kind === 'failed' ? outcome.why : 'Somebody changed this decision meanwhile. Open it to see what it says now.';
    bridge.flag({ id: 'decision-not-undone', kind: 'error', title: 'This could not be undone', description });
  };

  return {
    all,
    news,
    create: async (words, then = () => () => undefined) => {
      const said = `Decision “${words.title}” recorded`;
      const before = latest.current;
      const outcome = taking(await shelf.create(words, before.map(({ id }) => id)), said);
      const made = found(outcome);
      if (made === undefined) return outcome;
      const undoThen = then(made.id);
      told(said, () => {
        undoThen();
        void back(shelf.takeBack(made, before), `Undone: ${said}`);
      });
      return outcome;
    },
    save: async (it, words) => {
      const said = `Decision “${titleOf(it)}” saved`;
      const outcome = taking(await shelf.save(it, words), said);
      const now = found(outcome);
      if (now !== undefined) told(said, () => void back(shelf.save(now, writtenOf(it)), `Undone: ${said}`));
      return outcome;
    },
    remove: async (it) => {
      const said = `Decision “${titleOf(it)}” deleted`;
      const outcome = taking(await shelf.remove(it), said);
      if (outcome.kind === 'done') told(said, () => void back(shelf.bringBack(it), `Decision “${titleOf(it)}” is back`));
      return outcome;
    },
  };
}

const found = (outcome: Outcome): Decision | undefined =>
  (outcome.kind === 'done' ? outcome.all.find(({ id }) => id === outcome.id) : undefined);
