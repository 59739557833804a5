import type { DocumentKind } from '../../shell/document';
import { anyText, type Fields, fields, list, oneOf, text, Unreadable } from '../../shell/parse';
import { type Measure, MEASURES, type PeriodKind, PERIODS } from '../budget/report';

export const TYPES = ['technical', 'ux', 'business'] as const;
export type CriterionType = (typeof TYPES)[number];

export interface TemplateCriterion {
  readonly text: string;
  readonly type: CriterionType | null;
}

/** Criteria that an issue of this type can begin with; every type where it names none. */
export interface Template {
  readonly issueType: string;
  readonly name: string;
  readonly criteria: readonly TemplateCriterion[];
}

export interface Slo {
  readonly name: string;
  /** Percent, 0 to 100; null where nobody said. */
  readonly objective: number | null;
}

/** The backend takes so many of each. */
export const MOST = 50;
export const LONGEST_NAME = 200;
export const LONGEST_CRITERION = 1_000;
export const LONGEST_ITEM = 500;

/** What the property `tandem.project` holds. */
export interface Settings {
  readonly v: 1;
  readonly definitionOfDone: readonly string[];
  readonly templates: readonly Template[];
  readonly slos: readonly Slo[];
  readonly period: PeriodKind;
  readonly measure: Measure;
}

const criterion = (value: unknown): TemplateCriterion => {
  const given = fields(value, 'criterion');
  const type = given['type'] ?? null;
  return { text: text(given['text'], 'text'), type: type === null ? null : oneOf(TYPES, type, 'type') };
};

const template = (value: unknown): Template => {
  const given = fields(value, 'template');
  return {
    issueType: anyText(given['issueType'], 'issueType'),
    name: anyText(given['name'], 'name'),
    criteria: list(given['criteria'] ?? [], criterion, 'criteria'),
  };
};

const slo = (value: unknown): Slo => {
  const given = fields(value, 'slo');
  const objective = given['objective'] ?? null;
  if (objective !== null && (typeof objective !== 'number' || !isObjective(objective))) throw new Unreadable('objective');
  return { name: anyText(given['name'], 'name'), objective };
};

export const isObjective = (percent: number): boolean => percent >= 0 && percent <= 100;

const settings = (given: Fields): Settings => ({
  v: 1,
  definitionOfDone: list(given['definitionOfDone'] ?? [], (it) => text(it, 'definitionOfDone'), 'definitionOfDone'),
  templates: list(given['templates'] ?? [], template, 'templates'),
  slos: list(given['slos'] ?? [], slo, 'slos'),
  period: oneOf(PERIODS, given['period'] ?? 'week', 'period'),
  measure: oneOf(MEASURES, given['measure'] ?? 'count', 'measure'),
});

/** The project's settings, as a document that is edited like those of the panels. */
export const SETTINGS: DocumentKind<Settings> = {
  parse: (value) => settings(fields(value, 'settings')),
  empty: { v: 1, definitionOfDone: [], templates: [], slos: [], period: 'week', measure: 'count' },
  member: 'settings',
};

/** With one element in place of another; null takes it away. */
export const replaced = <T>(all: readonly T[], index: number, by: T | null): readonly T[] =>
  all.flatMap((it, at) => (at === index ? (by === null ? [] : [by]) : [it]));

/** The lines of a text that say something, without list marks, each once and none that is there already. */
export function newLines(typed: string, there: readonly string[]): readonly string[] {
  const lines = typed.split(/\r?\n/).map((line) => line.replace(/^\s*(?:[-*+]\s+(?:\[[ xX]\]\s*)?|\d+[.)]\s+)/, '').trim());
  return [...new Set(lines)].filter((line) => line !== '' && !there.includes(line));
}

/**
 * The template with these lines as its criteria. A line that moved keeps its type; one that was edited keeps the
 * type of its place.
 */
export function withLines(template: Template, lines: readonly string[]): Template {
  const { criteria } = template;
  const same = lines.length === criteria.length;
  const typeOf = (text: string, at: number) =>
    (criteria.find((it) => it.text === text) ?? (same ? criteria[at] : undefined))?.type ?? null;
  return { ...template, criteria: lines.map((text, at) => ({ text, type: typeOf(text, at) })) };
}

export const typed = (template: Template, at: number, type: CriterionType | null): Template =>
  ({ ...template, criteria: template.criteria.map((it, index) => (index === at ? { ...it, type } : it)) });
