import { useEffect, useRef, useState } from 'react';
import { equal } from '../shell/json';
import type { Clash } from '../shell/merge';
import { type Decision, type Written, writtenOf } from './decision';
import { formDraft, type FormName, noDraft } from './draft';
import type { Here } from './here';
import { joined } from './joined';
import { NOTHING, type Outcome } from './shelf';

export interface SendingProps {
  here: Here;
  /** The stored decision that the form began from; null for a new one. */
  known: Decision | null;
  /** What the form began with. */
  begin: Written;
  send: (words: Written, base?: Decision) => Promise<Outcome>;
  /** The name under which what is written survives a reload; it does not where there is none. */
  kept?: FormName;
  done: (id: string) => void;
}

/** A form's words on their way into a decision. Whatever happens, they stay in the form until they are stored. */
export interface Sending {
  readonly words: Written;
  set(change: Partial<Written>): void;
  readonly changed: boolean;
  readonly busy: boolean;
  readonly problem: string | null;
  /** Fields that somebody else changed meanwhile, too. */
  readonly clashes: readonly Clash[];
  settle(clash: Clash, which: 'mine' | 'theirs'): void;
  /** Forgets what was written. */
  drop(): void;
  /** Sends what is in the form, with `change` in it. */
  send(change?: Partial<Written>): void;
}

const DELETED = 'Somebody deleted this decision meanwhile. Save again to bring it back with your words, or cancel.';
const TOLD_APART = 'Choose above what counts, then save.';

export function useSending({ here, known, begin, send, done, kept }: SendingProps): Sending {
  const [draft] = useState(() => (kept === undefined ? noDraft(begin) : formDraft(here, known, begin, kept)));
  const [first] = useState(draft.begin);
  const [words, setWords] = useState<Written>(first.merged);
  const [base, setBase] = useState(known);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [clashes, setClashes] = useState<readonly Clash[]>(first.clashes);
  const shown = useRef(true);
  useEffect(() => {
    shown.current = true;
    return () => { shown.current = false; };
  }, []);

  const attempt = async (mine: Written, onto: Decision | null, mayRepeat: boolean): Promise<void> => {
    const outcome = await send(mine, onto ?? undefined);
    if (outcome.kind === 'done') draft.drop();
    if (!shown.current) return;
    if (outcome.kind === 'clash' && outcome.theirs !== null && onto !== null) {
      const { merged, clashes: open } = joined(onto, mine, outcome.theirs);
      setBase(outcome.theirs);
      setWords(merged);
      setClashes(open);
      // Where the two changed different parts there is nothing to ask.
      if (open.length === 0 && mayRepeat) return attempt(merged, outcome.theirs, false);
      if (open.length > 0) setProblem(TOLD_APART);
    } else if (outcome.kind === 'clash') {
      if (onto !== null) setBase({ ...onto, etag: NOTHING });
      setProblem(DELETED);
    } else if (outcome.kind === 'failed') {
      setProblem(outcome.why);
    }
    setBusy(false);
    if (outcome.kind === 'done') done(outcome.id);
  };

  const changed = !equal(words, writtenOf(begin));
  useEffect(() => { if (changed) draft.keep(words); }, [words]);

  return {
    words, busy, problem, clashes,
    changed,
    set: (change) => setWords((before) => ({ ...before, ...change })),
    drop: draft.drop,
    settle: (clash, which) => {
      setWords((before) => ({ ...before, [clash.path[0] ?? '']: clash[which] }));
      setClashes((before) => before.filter((it) => it !== clash));
    },
    send: (change = {}) => {
      if (busy) return;
      if (clashes.length > 0) return setProblem(TOLD_APART);
      const mine = { ...words, ...change };
      setWords(mine);
      setProblem(null);
      setBusy(true);
      void attempt(mine, base, true);
    },
  };
}
