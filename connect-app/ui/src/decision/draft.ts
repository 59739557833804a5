import { browserDrafts } from '../shell/drafts';
import type { DocumentKind } from '../shell/document';
import { fields } from '../shell/parse';
import { BLANK, type Decision, type Written, writtenOf } from './decision';
import type { Here } from './here';
import { joined, type Joined } from './joined';
import { written } from './parse';

const WRITTEN: DocumentKind<Written> = { parse: (value) => written(fields(value, 'draft')), empty: BLANK };

/** What was written into one form and not saved, which survives a reload in this browser. */
export interface FormDraft {
  /** What the form begins with: what is stored, with what was written in it, and what somebody else wrote at the same places. */
  begin(): Joined;
  keep(words: Written): void;
  drop(): void;
}

/** Which form over a decision it is: what is written into one is no word of another. */
export type FormName = 'edit' | 'accept';

const nameIn: Record<FormName, string> = { edit: '', accept: '/accept' };

/** Where what is written into a form over that decision, or over a new one, is kept. */
export const draftPath = (issueId: string, decision: string): string => `/api/panel/issues/${issueId}/decisions/${decision}`;

/** `known`: the stored decision that the form changes; null for a new one, which `begin` tells apart by what it takes the place of. */
export function formDraft({ issueId, me }: Here, known: Decision | null, begin: Written, form: FormName): FormDraft {
  const path = draftPath(issueId, (known?.id ?? `new:${begin.supersedes}`) + nameIn[form]);
  return {
    begin: () => {
      const found = browserDrafts.find(path, me, WRITTEN);
      if (found === null) return { merged: writtenOf(begin), clashes: [] };
      return known === null ? { merged: found.mine, clashes: [] } : joined(found.base, found.mine, known);
    },
    keep: (mine) => browserDrafts.keep(path, me, { base: writtenOf(known ?? begin), mine, clashes: [] }),
    drop: () => browserDrafts.drop(path, me),
  };
}

export const noDraft = (begin: Written): FormDraft => ({
  begin: () => ({ merged: writtenOf(begin), clashes: [] }),
  keep: () => undefined,
  drop: () => undefined,
});
