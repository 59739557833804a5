import type { Change } from '../shell/document';
import {
  type Acceptance, type Criterion, type CriterionType, LONGEST_CRITERION, MOST_CRITERIA, type Role, type Story,
} from './acceptance';

/** A criterion before it is one: without an id. */
export interface Sketch {
  readonly text: string;
  readonly type: CriterionType | null;
  readonly met: boolean;
}

type Edit = Change<Acceptance>;

const withCriteria = (change: (criteria: readonly Criterion[]) => readonly Criterion[]): Edit => (document) =>
  ({ ...document, criteria: change(document.criteria) });

const withCriterion = (id: string, part: Partial<Criterion>): Edit =>
  withCriteria((criteria) => criteria.map((it) => (it.id === id ? { ...it, ...part } : it)));

export const withText = (id: string, text: string): Edit => withCriterion(id, { text });
export const withType = (id: string, type: CriterionType | null): Edit => withCriterion(id, { type });
export const withMet = (id: string, met: boolean): Edit => withCriterion(id, { met });
export const without = (id: string): Edit => withCriteria((criteria) => criteria.filter((it) => it.id !== id));
export const withStory = (line: keyof Story, text: string): Edit => (document) =>
  ({ ...document, story: { ...document.story, [line]: text } });

/** The server says who and when. */
export const withAgreement = (role: Role, agrees: boolean): Edit => (document) =>
  ({ ...document, agreed: { ...document.agreed, [role]: agrees ? {} : null } });

/** To the place that it then has, counted from 0; a place that is none changes nothing. */
export const movedTo = (id: string, place: number): Edit => withCriteria((criteria) => {
  const moved = criteria.find((it) => it.id === id);
  if (moved === undefined || place < 0 || place >= criteria.length || criteria[place] === moved) return criteria;
  return criteria.filter((it) => it !== moved).toSpliced(place, 0, moved);
});

/** After the one of that id, or at the end; only as many as there is room for. `ids` gives one that is new, each time. */
export const withNew = (sketches: readonly Sketch[], ids: readonly string[], after?: string): Edit => withCriteria((criteria) => {
  const room = Math.max(0, MOST_CRITERIA - criteria.length);
  const added = sketches.slice(0, room).map((it, index): Criterion =>
    ({ id: ids[index]!, text: it.text.slice(0, LONGEST_CRITERION), type: it.type, met: it.met, changed: null }));
  const place = criteria.findIndex((it) => it.id === after) + 1;
  return criteria.toSpliced(place === 0 ? criteria.length : place, 0, ...added);
});

const ALPHABET = 36;

/** Ids that nobody else makes in the same issue: 64 random bits each. */
export const newIds = (count: number): string[] =>
  Array.from({ length: count }, () => {
    const [high, low] = crypto.getRandomValues(new Uint32Array(2));
    return `c${high!.toString(ALPHABET)}${low!.toString(ALPHABET)}`;
  });
