import { scoreOf } from '../matrix/rating';
import type { DocumentKind } from '../shell/document';
import { type Fields, fields, instant, list, oneOf, optional, Unreadable } from '../shell/parse';
import { ANSWERS, EMPTY, type Feasibility, type Impact, type Metric, type Roles, type Slo, type Why } from './impact';

/** Texts are kept whole: what would be cut here would be lost with the next save. */
function words(value: unknown, what: string): string {
  if (value === undefined || value === null) return '';
  if (typeof value !== 'string') throw new Unreadable(what);
  return value;
}

const percents = (value: unknown, what: string): number | null => {
  if (value === undefined || value === null) return null;
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new Unreadable(what);
  return value;
};

const id = (value: unknown): string => words(value, 'roles');

const people = (value: unknown): readonly string[] => list(value ?? [], id, 'roles');

const DATE = /^\d{4}-\d{2}-\d{2}$/;

const due = (value: unknown): string | null => {
  const date = words(value, 'due');
  if (date !== '' && !DATE.test(date)) throw new Unreadable('due');
  return date === '' ? null : date;
};

const part = (value: unknown, what: string): Fields => fields(value ?? {}, what);

const metric = (given: Fields): Metric => ({
  name: words(given['name'], 'metric'),
  baseline: words(given['baseline'], 'metric'),
  target: words(given['target'], 'metric'),
  due: due(given['due']),
});

const why = (given: Fields): Why => ({
  cause: words(given['cause'], 'why'),
  user: words(given['user'], 'why'),
  business: words(given['business'], 'why'),
});

const slo = (given: Fields): Slo => ({
  name: words(given['name'], 'slo'),
  objective: percents(given['objective'], 'slo'),
  current: percents(given['current'], 'slo'),
  left: percents(given['left'], 'slo'),
});

const feasibility = (given: Fields): Feasibility => ({
  answer: oneOf(ANSWERS, given['answer'], 'feasibility'),
  because: words(given['because'], 'feasibility'),
  by: words(given['by'], 'feasibility') || null,
  at: instant(given['at'], 'feasibility')?.toISOString() ?? null,
});

const roles = (given: Fields): Roles => ({
  responsible: people(given['responsible']),
  accountable: words(given['accountable'], 'roles') || null,
  consulted: people(given['consulted']),
  informed: people(given['informed']),
});

/** @throws Unreadable, naming the part, when the document cannot be understood. */
export function impact(value: unknown): Impact {
  const given = fields(value, 'impact');
  if (given['v'] !== 1) throw new Unreadable('v');
  const rating = part(given['rating'], 'rating');
  return {
    v: 1,
    problem: words(given['problem'], 'problem'),
    metric: metric(part(given['metric'], 'metric')),
    simplest: words(given['simplest'], 'simplest'),
    why: why(part(given['why'], 'why')),
    rating: { impact: scoreOf(rating['impact']), effort: scoreOf(rating['effort']) },
    slo: optional(given['slo'], slo, 'slo'),
    feasibility: optional(given['feasibility'], feasibility, 'feasibility'),
    roles: roles(part(given['roles'], 'roles')),
  };
}

/** How the panel's document is read. */
export const IMPACT: DocumentKind<Impact> = { parse: impact, empty: EMPTY };
