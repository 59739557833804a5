import type { Clash } from '../shell/document';
import { isFields } from '../shell/json';
import { asText } from '../shell/asText';
import { type Acceptance, type Agreement, type Criterion, type CriterionType, type Role, type Story, TYPES } from './acceptance';

export const TYPE: Record<CriterionType, { readonly name: string; readonly appearance: 'information' | 'discovery' | 'success' }> = {
  technical: { name: 'Technical', appearance: 'information' },
  ux: { name: 'User experience', appearance: 'discovery' },
  business: { name: 'Business', appearance: 'success' },
};

export const ROLE: Record<Role, string> = { product: 'Product', engineering: 'Engineering', design: 'Design' };

export const STORY: Record<keyof Story, { readonly label: string; readonly placeholder: string }> = {
  asA: { label: 'As a', placeholder: 'who is it for?' },
  iWant: { label: 'I want', placeholder: 'what should they be able to do?' },
  soThat: { label: 'So that', placeholder: 'what do they get out of it?' },
};

export const metOf = (criteria: readonly Criterion[]): number => criteria.filter((it) => it.met).length;

export const progressOf = (criteria: readonly Criterion[]): string => `${metOf(criteria)} of ${criteria.length} met`;

const IN_A_HINT: Record<CriterionType, string> = { technical: 'technical', ux: 'user-experience', business: 'business' };

/** What a list of criteria may have forgotten, in one quiet sentence; null where nothing is missing, or nothing is there yet. */
export function hintOf(criteria: readonly Criterion[]): string | null {
  if (criteria.length === 0) return null;
  const untyped = criteria.filter((it) => it.type === null).length;
  const missing = TYPES.filter((type) => !criteria.some((it) => it.type === type)).map((type) => IN_A_HINT[type]);
  if (untyped === criteria.length) return 'No criterion has a type yet: technical, user experience or business.';
  return missing.length === 0 ? null : `No ${inARow(missing)} criterion yet.`;
}

const inARow = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;

/** A yes to criteria that are no longer these. */
export const isOutdated = (agreement: Agreement, changedAt: string | null): boolean =>
  agreement.at !== undefined && changedAt !== null && Date.parse(agreement.at) < Date.parse(changedAt);

const CRITERION_PART: Readonly<Record<string, string>> = { text: 'text', type: 'type', met: 'met or not' };

/** What people call the part of the document in which two of them clash. */
export function partName(document: Acceptance | null, { path: [part, which = '', member] }: Clash): string {
  if (part === 'story' && which in STORY) return STORY[which as keyof Story].label;
  if (part === 'agreed' && which in ROLE) return `Agreed for ${ROLE[which as Role].toLowerCase()}`;
  if (part !== 'criteria') return 'Acceptance criteria';
  const place = document?.criteria.findIndex((it) => it.id === which) ?? -1;
  const name = place < 0 ? 'A criterion' : `Criterion ${place + 1}`;
  return member === undefined ? name : `${name}: ${CRITERION_PART[member] ?? member}`;
}

/** A value of a clash, as people see it. */
export function partValue(value: unknown, { path }: Clash): string {
  if (path.at(-1) === 'type' && value !== undefined) return value === null ? 'No type' : (TYPE[value as CriterionType]?.name ?? asText(value));
  if (path[0] === 'agreed' && isFields(value)) return value['at'] === undefined ? 'You agreed' : 'Somebody else agreed';
  return isFields(value) ? asText(value['text']) : asText(value);
}
