import { useEffect, useState } from 'react';
import { browserDrafts } from './drafts';
import type { DocumentKind } from './document';
import { equal } from './json';

/** Where something is typed, and by whom. */
export interface DraftPlace {
  /** The path of the document, and the name of the form in it. */
  readonly path: string;
  readonly me: string;
}

interface TypedProps<T> extends DraftPlace {
  parse: DocumentKind<T>['parse'];
  /** What the form begins with where a reload left nothing. */
  begin: T;
  /** Whether these words are worth keeping; those that the form did not begin with, unless said otherwise. */
  worth?: (words: T) => boolean;
}

/** What was typed into a form and is saved nowhere yet. */
export interface Typed<T> {
  readonly words: T;
  set(change: Partial<T>): void;
  /** Forgets them: they were saved, or nobody wants them. */
  drop(): void;
}

/** The words of a form, which survive a reload in this browser until they are dropped. */
export function useTyped<T extends object>({ path, me, parse, begin, worth }: TypedProps<T>): Typed<T> {
  const [first] = useState(begin);
  const [words, setWords] = useState(() => browserDrafts.find(path, me, { parse })?.mine ?? first);
  const drop = () => browserDrafts.drop(path, me);
  useEffect(() => {
    if (worth?.(words) ?? !equal(words, first)) browserDrafts.keep(path, me, { base: first, mine: words, clashes: [] });
    else drop();
  }, [words]);
  return { words, drop, set: (change) => setWords((before) => ({ ...before, ...change })) };
}
