import { anyText, type Fields, fields, list, oneOf, text, Unreadable } from '../shell/parse';
import { TYPES } from './acceptance';
import { BUILT_IN } from './builtIn';
import type { Sketch } from './changes';

/** A ready-made list of criteria for one type of issue. */
export interface Template {
  readonly name: string;
  /** Empty: for every type. */
  readonly issueType: string;
  readonly criteria: readonly Sketch[];
}

/** As much of the project's settings as this panel shows. */
export interface ProjectPart {
  readonly definitionOfDone: readonly string[];
  readonly templates: readonly Template[];
}

function sketch(value: unknown): Sketch {
  const given = fields(value, 'criteria');
  const type = given['type'] ? oneOf(TYPES, given['type'], 'type') : null;
  return { text: text(given['text'], 'text'), type, met: false };
}

function template(value: unknown): Template {
  const given = fields(value, 'templates');
  return {
    name: text(given['name'], 'name'),
    issueType: anyText(given['issueType'], 'issueType'),
    criteria: list(given['criteria'], sketch, 'criteria'),
  };
}

/** A setting that cannot be read is left out: the issue's own criteria do not depend on it. */
export const projectPart = (project: Fields): ProjectPart => ({
  definitionOfDone: readable(() => list(project['definitionOfDone'] ?? [], (it) => text(it, 'definitionOfDone'), 'definitionOfDone')),
  templates: readable(() => list(project['templates'] ?? [], template, 'templates')),
});

function readable<T>(read: () => readonly T[]): readonly T[] {
  try {
    return read();
  } catch (failure) {
    if (failure instanceof Unreadable) return [];
    throw failure;
  }
}

const fits = (issueType: string) => (it: Template): boolean =>
  it.issueType === '' || it.issueType.toLowerCase() === issueType.toLowerCase();

/** The project's own for this type of issue and for every type, once they say something; where there is none, Tandem's. */
export function templatesFor(templates: readonly Template[], issueType: string): readonly Template[] {
  const own = templates.filter((it) => it.criteria.length > 0).filter(fits(issueType));
  return own.length > 0 ? own : BUILT_IN.filter(fits(issueType));
}
