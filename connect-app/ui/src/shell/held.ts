import type { Answered, PanelAnswer } from './answer';
import type { Change, SaveState } from './document';
import { equal, reuse, valueAt, withValueAt } from './json';
import { type Clash, merge } from './merge';
import type { Step } from './steps';
import * as steps from './steps';
import type { Trouble } from './trouble';

/** Why the last save brought nothing. */
export interface Stuck {
  readonly state: Extract<SaveState, 'offline' | 'failed' | 'expired' | 'refused'>;
  readonly problem: string | null;
}

/** What was written and not yet stored, as it survives a reload. */
export interface Draft<D> {
  readonly base: D;
  readonly mine: D;
  readonly clashes: readonly Clash[];
}

/** Everything that is known of one document. The functions below are all the ways in which it changes; they are pure. */
export interface Held<D> {
  readonly answer: PanelAnswer | null;
  readonly etag: string;
  /** As it is stored, as far as known. */
  readonly base: D | null;
  /** The base with my edits in it. */
  readonly mine: D | null;
  /** On its way to be stored. */
  readonly sent: D | null;
  readonly trouble: Trouble | null;
  /** Readings in a row that brought nothing. */
  readonly misses: number;
  readonly stuck: Stuck | null;
  /** Saves in a row that stored nothing. */
  readonly attempts: number;
  readonly clashes: readonly Clash[];
  readonly done: readonly Step<D>[];
  readonly undone: readonly Step<D>[];
  readonly news: { readonly words: string; readonly nr: number };
}

export const NOTHING: Held<never> = {
  answer: null, etag: '', base: null, mine: null, sent: null, trouble: null, misses: 0, stuck: null, attempts: 0,
  clashes: [], done: [], undone: [], news: { words: '', nr: 0 },
};

export const isDirty = <D>(held: Held<D>): boolean => held.mine !== null && !equal(held.mine, held.base);

export const mayEdit = <D>({ answer, mine }: Held<D>): boolean => answer !== null && answer.mayEdit && mine !== null;

export function stateOf<D>(held: Held<D>): SaveState {
  if (held.stuck !== null) return held.stuck.state;
  if (held.clashes.length > 0) return 'conflict';
  return held.sent !== null || isDirty(held) ? 'saving' : 'saved';
}

/** What is stored was read. My edits stay in it; what somebody else changed comes in beside them. */
export function read<D>(held: Held<D>, { answer, etag, document }: Answered<D>): Held<D> {
  const fine = { ...held, answer: reuse(held.answer, answer), etag, trouble: null, misses: 0 };
  if (document === null) return { ...fine, base: null, mine: null, clashes: [] };
  if (held.base === null || held.mine === null) return { ...fine, base: document, mine: document };
  // A right that came back is worth another try.
  const stuck = answer.mayEdit && held.answer?.mayEdit === false ? null : held.stuck;
  return onto({ ...fine, stuck }, document);
}

/** My edits, brought onto what is stored now. */
function onto<D>(held: Held<D>, document: D): Held<D> {
  const base = reuse(held.base, document);
  const { merged, clashes } = merge(held.base, held.mine, base);
  return { ...held, base, mine: merged, clashes: withMore(held.clashes, clashes, merged) };
}

/** Nobody is told twice of the same part: what I wrote first and what stands there now count. */
function withMore(known: readonly Clash[], more: readonly Clash[], merged: unknown): readonly Clash[] {
  const fresh = more.filter((it) => !known.some((old) => equal(old.path, it.path)));
  const newer = known.map((old) => (old.theirs === undefined ? old : { ...old, theirs: valueAt(merged, old.path) ?? old.theirs }));
  return reuse(known, [...newer, ...fresh]);
}

/** What was known stays on show through trouble, but not where the right to see it is gone. One miss among many hits is no news. */
export function unread<D>(held: Held<D>, trouble: Trouble): Held<D> {
  const misses = held.misses + 1;
  if (trouble === 'refused') return { ...held, trouble, misses, base: null, mine: null, clashes: [] };
  const hiccup = trouble === 'unreachable' && held.mine !== null && misses === 1;
  return { ...held, misses, trouble: hiccup ? held.trouble : trouble };
}

/** What a reload, a crash or an outage cut off comes back. */
export function restored<D>(held: Held<D>, draft: Draft<D>): Held<D> {
  if (held.base === null || !mayEdit(held)) return held;
  const { merged, clashes } = merge(draft.base, draft.mine, held.base);
  const back = { ...held, mine: merged, clashes: withMore(draft.clashes, clashes, merged) };
  return equal(merged, held.base) ? back : said(stepped(held, back, 'Unsaved changes restored'), 'Unsaved changes restored');
}

export function edited<D>(held: Held<D>, change: Change<D>, label: string, began?: Change<D>): Held<D> {
  if (held.mine === null || !mayEdit(held)) return held;
  const before = held.mine;
  const since = began === undefined ? before : began(before);
  const { merged, clashes } = merge(since, change(since), before);
  const next = { ...held, mine: merged, clashes: withMore(settledBy(held, merged), clashes, merged) };
  if (merged === before || equal(merged, before)) return clashes.length === 0 ? held : said(next, 'Somebody else changed this meanwhile');
  return said({ ...stepped(held, next, label), undone: [], stuck: afresh(held.stuck) }, label);
}

/** A changed text may well be accepted. */
const afresh = (stuck: Stuck | null): Stuck | null => (stuck?.state === 'refused' ? null : stuck);

/** Whoever writes over a part has seen what stands there. */
const settledBy = <D>(held: Held<D>, next: D): readonly Clash[] =>
  held.clashes.filter(({ path }) => equal(valueAt(held.mine, path), valueAt(next, path)));

const stepped = <D>(before: Held<D>, after: Held<D>, label: string): Held<D> =>
  ({ ...after, done: steps.withStep(before.done, { nr: before.news.nr + 1, label, before: before.mine!, after: after.mine! }) });

const said = <D>(held: Held<D>, words: string): Held<D> => ({ ...held, news: { words, nr: held.news.nr + 1 } });

export function settled<D>(held: Held<D>, clash: Clash, which: 'mine' | 'theirs'): Held<D> {
  const without = { ...held, clashes: held.clashes.filter((it) => !equal(it.path, clash.path)) };
  const words = which === 'mine' ? 'Kept yours' : 'Took theirs';
  // Theirs stands there already, unless they took away what I changed.
  const asIs = which === 'theirs' && clash.theirs !== undefined;
  const next = asIs ? without : edited(without, (document) => withValueAt(document, clash.path, clash[which]), words);
  return next === without ? said(without, words) : next;
}

/** Takes back the last step, or the one of that number, and nothing of what came after it. */
export function undone<D>(held: Held<D>, nr?: number): Held<D> {
  const step = held.done.findLast((it) => nr === undefined || it.nr === nr);
  if (step === undefined || held.mine === null || !mayEdit(held)) return held;
  const mine = merge(step.after, step.before, held.mine).merged;
  const rest = held.done.filter((it) => it !== step);
  return said({ ...held, mine, done: rest, undone: [...held.undone, step], stuck: afresh(held.stuck) }, `Undone: ${step.label}`);
}

export function redone<D>(held: Held<D>): Held<D> {
  const step = held.undone.at(-1);
  if (step === undefined || held.mine === null || !mayEdit(held)) return held;
  const mine = merge(step.before, step.after, held.mine).merged;
  return said({ ...held, mine, done: [...held.done, step], undone: held.undone.slice(0, -1), stuck: afresh(held.stuck) }, `Done again: ${step.label}`);
}

export const sending = <D>(held: Held<D>): Held<D> => ({ ...held, sent: held.mine });

/** What was sent is stored. What the server stamped on it goes also into what was edited meanwhile, and into the steps. */
export function saved<D>(held: Held<D>, { answer, etag, document }: Answered<D>): Held<D> {
  const fine = { ...held, answer: reuse(held.answer, answer), etag, sent: null, stuck: null, attempts: 0, trouble: null, misses: 0 };
  if (document === null || held.sent === null || held.mine === null) return { ...fine, base: null, mine: null };
  const base = reuse(held.sent, document);
  const stamped = (it: D): D => steps.stamped(held.sent!, it, base);
  return { ...fine, base, mine: stamped(held.mine), done: held.done.map(steps.both(stamped)), undone: held.undone.map(steps.both(stamped)) };
}

/** Somebody else was first: their document is the new base of my edits, which are still to be saved. */
export function overtaken<D>(held: Held<D>, { answer, etag, document }: Answered<D>): Held<D> {
  const fine = { ...held, answer: reuse(held.answer, answer), etag, sent: null, stuck: null, attempts: held.attempts + 1 };
  return document === null ? { ...fine, base: null, mine: null } : onto(fine, document);
}

/** The save brought nothing; the edits stay. */
export const notSaved = <D>(held: Held<D>, stuck: Stuck): Held<D> => ({ ...held, sent: null, stuck, attempts: held.attempts + 1 });

/** May look from now on, and not edit. */
export const readOnly = <D>(held: Held<D>, problem: string): Held<D> =>
  ({ ...notSaved(held, { state: 'refused', problem }), answer: held.answer === null ? null : { ...held.answer, mayEdit: false } });

/** What was refused or failed may be tried again, unless the person may only look. */
export const released = <D>(held: Held<D>): Held<D> => (mayEdit(held) ? { ...held, stuck: null, attempts: 0 } : held);
