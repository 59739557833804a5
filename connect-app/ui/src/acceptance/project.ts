import { type Fields, fields, list, oneOf, text, Unreadable } from '../shell/parse';
import { TYPES } from './acceptance';
import type { Sketch } from './changes';

/** A ready-made list of criteria for one type of issue. */
export interface Template {
  readonly name: string;
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
    issueType: text(given['issueType'], 'issueType'),
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

export const templatesFor = (templates: readonly Template[], issueType: string): readonly Template[] =>
  templates.filter((it) => it.issueType.toLowerCase() === issueType.toLowerCase());
