import { type Clash, merge } from '../shell/merge';
import { type Dissent, type Written, writtenOf } from './decision';

export interface Joined {
  readonly merged: Written;
  /** Their path is the name of one field. */
  readonly clashes: readonly Clash[];
}

/** Dissent by name, so that two people's objections are no clash. */
const named = (it: Written) => ({ ...it, dissent: it.dissent.map((one) => ({ ...one, id: one.who })) });

const nameless = (dissent: readonly (Dissent & { id: string })[]): readonly Dissent[] => dissent.map(({ who, because }) => ({ who, because }));

/** What I wrote over a decision that somebody else saved meanwhile, field by field. */
export function joined(base: Written, mine: Written, theirs: Written): Joined {
  const { merged, clashes } = merge(named(writtenOf(base)), named(writtenOf(mine)), named(writtenOf(theirs)));
  const fields = [...new Set(clashes.map(({ path }) => path[0] ?? ''))] as (keyof Written)[];
  return {
    merged: { ...merged, dissent: nameless(merged.dissent) },
    clashes: fields.map((field) => ({ path: [field], mine: mine[field], theirs: theirs[field] })),
  };
}
