import type { DocumentKind } from '../shell/document';
import { fields, type Fields, list, oneOf, Unreadable } from '../shell/parse';
import { type Chosen, type Option, type Risk, RISK_KINDS, SEVERITIES, type Skip, type Stamp, type Tradeoff } from './tradeoff';

const LONGEST_READ = 32_768;

/** Not cut: what is edited here is saved again as a whole. */
function prose(value: unknown, what: string): string {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'string' || value.length > LONGEST_READ) throw new Unreadable(what);
  return value;
}

function id(value: unknown, what: string): string {
  const found = prose(value, what);
  if (found === '') throw new Unreadable(what);
  return found;
}

const stamp = (given: Fields): Stamp => ({ by: prose(given['by'], 'by') || null, at: prose(given['at'], 'at') || null });

const skip = (given: Fields): Skip => ({
  capability: prose(given['capability'], 'capability'),
  when: prose(given['when'], 'when'),
  severity: given['severity'] === null || given['severity'] === undefined ? null : oneOf(SEVERITIES, given['severity'], 'severity'),
});

const option = (value: unknown): Option => {
  const given = fields(value, 'option');
  return {
    id: id(given['id'], 'option'),
    title: prose(given['title'], 'title'),
    gain: prose(given['gain'], 'gain'),
    cost: prose(given['cost'], 'cost'),
    risk: prose(given['risk'], 'risk'),
  };
};

const chosen = (value: unknown): Chosen | null => {
  if (value === null || value === undefined) return null;
  const given = fields(value, 'chosen');
  return {
    option: id(given['option'], 'chosen'),
    because: prose(given['because'], 'because'),
    decision: prose(given['decision'], 'decision') || null,
    ...stamp(given),
  };
};

const risk = (value: unknown): Risk => {
  const given = fields(value, 'risk');
  return {
    id: id(given['id'], 'risk'),
    kind: oneOf(RISK_KINDS, given['kind'], 'kind'),
    text: prose(given['text'], 'text'),
    settled: given['settled'] === true,
    ...stamp(given),
  };
};

/** @throws Unreadable, naming the field, when it is of another version or form. */
export function tradeoff(value: unknown): Tradeoff {
  const given = fields(value, 'document');
  if (given['v'] !== 1) throw new Unreadable('v');
  return {
    v: 1,
    skip: skip(fields(given['skip'] ?? {}, 'skip')),
    options: list(given['options'] ?? [], option, 'options'),
    chosen: chosen(given['chosen']),
    risks: list(given['risks'] ?? [], risk, 'risks'),
  };
}

export const TRADEOFF: DocumentKind<Tradeoff> = {
  parse: tradeoff,
  empty: { v: 1, skip: { capability: '', when: '', severity: null }, options: [], chosen: null, risks: [] },
};
