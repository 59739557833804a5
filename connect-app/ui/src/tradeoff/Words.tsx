import type { Edited } from '../shell/document';
import type { Lines } from '../shell/editors';
import { InlineText } from '../shell/InlineText';
import type { Change } from './change';
import { LONGEST_TEXT, type Tradeoff } from './tradeoff';

/** The document on show, and the ways to change it. */
export interface Editing {
  readonly document: Tradeoff;
  readonly mayEdit: boolean;
  readonly edit: Edited<Tradeoff>['edit'];
  readonly undo: Edited<Tradeoff>['undo'];
  /** An edit that takes something away: a flag offers to take it back. */
  remove(change: Change, words: string): void;
}

interface WordsProps {
  editing: Editing;
  label: string;
  value: string;
  placeholder: string;
  lines?: Lines;
  required?: boolean;
  says: (text: string) => Change;
}

/** A text of the document, edited where it stands. What somebody else wrote there meanwhile is not overwritten. */
export function Words({ editing, label, value, placeholder, lines = 'one', required = false, says }: WordsProps) {
  return (
    <InlineText label={label} value={value} placeholder={placeholder} lines={lines} required={required} readOnly={!editing.mayEdit}
      maxLength={LONGEST_TEXT} onCommit={(next, from) => editing.edit(says(next), `${label} changed`, says(from))} />
  );
}
