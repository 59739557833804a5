import { useMemo } from 'react';
import type { HostBridge } from '../host/bridge';
import type { Edited } from '../shell/document';
import { undoFlag } from '../shell/undo';
import { type Acceptance, type CriterionType, MOST_CRITERIA, type Role, type Story } from './acceptance';
import * as changes from './changes';
import type { Sketch } from './changes';
import { ROLE, STORY } from './wording';

/** What a person can do to the document. The same object for as long as the panel is there: rows are not drawn again for it. */
export interface Actions {
  story(line: keyof Story, next: string, from: string): void;
  add(sketches: readonly Sketch[], after?: string): void;
  text(id: string, next: string, from: string): void;
  type(id: string, type: CriterionType | null): void;
  met(id: string, met: boolean): void;
  /** To a place counted from 0, of so many. */
  move(id: string, place: number, count: number): void;
  remove(id: string): void;
  agree(role: Role, agrees: boolean): void;
}

export function useActions({ edit, undo, redo }: Edited<Acceptance>, bridge: HostBridge): Actions {
  return useMemo(() => ({
    story: (line, next, from) => void edit(changes.withStory(line, next), `${STORY[line].label}: changed`, changes.withStory(line, from)),
    add: (sketches, after) => {
      const ids = changes.newIds(sketches.length);
      let left = 0;
      edit((document) => {
        left = withoutRoom(document, sketches);
        return changes.withNew(sketches, ids, after)(document);
      }, addedInWords(sketches.length));
      if (left > 0) sayWhatDidNotFit(bridge, left);
    },
    text: (id, next, from) => void edit(changes.withText(id, next), 'Criterion changed', changes.withText(id, from)),
    type: (id, type) => void edit(changes.withType(id, type), 'Type changed'),
    met: (id, met) => void edit(changes.withMet(id, met), met ? 'Marked met' : 'Marked not met'),
    move: (id, place, count) => void edit(changes.movedTo(id, place), `Moved to position ${place + 1} of ${count}`),
    remove: (id) => undoFlag(bridge, { undo, redo }, edit(changes.without(id), 'Criterion removed'), 'Criterion removed'),
    agree: (role, agrees) => void edit(changes.withAgreement(role, agrees), `${ROLE[role]}: ${agrees ? 'agreed' : 'no longer agreed'}`),
  }), [edit, undo, redo, bridge]);
}

const addedInWords = (count: number): string => (count === 1 ? 'Criterion added' : `${count} criteria added`);

const withoutRoom = ({ criteria }: Acceptance, more: readonly Sketch[]): number =>
  Math.max(0, criteria.length + more.length - MOST_CRITERIA);

const sayWhatDidNotFit = (bridge: HostBridge, left: number) =>
  bridge.flag({
    id: 'tandem-too-many-criteria',
    kind: 'error',
    title: left === 1 ? 'One line did not fit' : `${left} lines did not fit`,
    description: `${MOST_CRITERIA} criteria are the most that fit on one issue. The last lines were not added; you still have them where you copied them.`,
  });
