import type { PanelAnswer } from './answer';
import type { Clash } from './merge';
import type { Trouble } from './trouble';

export type { PanelAnswer, PanelIssue } from './answer';
export type { Clash } from './merge';
export type { Trouble } from './trouble';

/**
 * How what is on show stands to what is stored: `saved`; `saving` (it will be in a moment); not saved and
 * tried again by itself (`offline`: nobody answered, `failed`: Tandem or Jira is unwell, `expired`: the
 * session ended); `refused`: it stays as it is until it is changed; `conflict`: saved, and somebody else
 * changed the same part, see {@link Edited.conflicts}.
 */
export type SaveState = 'saved' | 'saving' | 'offline' | 'failed' | 'expired' | 'conflict' | 'refused';

/** How one kind of document looks. One constant a kind: a new object would be a new document. */
export interface DocumentKind<D> {
  /** @throws Unreadable, naming the field, when it is none of this kind. */
  parse(value: unknown): D;
  /** What is there before anybody wrote. */
  readonly empty: D;
  /** The member of the body that holds it; `document` unless said otherwise. */
  readonly member?: string;
}

/** Gives the changed document, and leaves the given one alone. Parts that do not change stay identical. */
export type Change<D> = (document: D) => D;

/** One stored document, edited optimistically. */
export interface Edited<D> {
  /** The last answer besides the document. */
  readonly answer: PanelAnswer | null;
  /** What to draw: what is stored, with my edits in it. Null while loading, and where it cannot be read or seen. */
  readonly document: D | null;
  readonly state: SaveState;
  /** Reading failed; what is on show may be old. */
  readonly trouble: Trouble | null;
  /** Why a save was refused, in words; null in every other state. */
  readonly problem: string | null;
  /** What somebody else and I changed at the same time. The document holds theirs until it is settled. */
  readonly conflicts: readonly Clash[];
  /** Words for the live region: what the last edit, undo or redo did. `nr` tells the same words said twice apart. */
  readonly news: { readonly words: string; readonly nr: number };
  /**
   * Changes the document at once and saves it soon. Nothing happens where nothing changes or the person
   * may not edit. `label`: words for undo and for the live region, for instance "Criterion removed".
   * `began`: gives the document as it was when the person began, for instance with the old text of a field
   * that was open for a while; what somebody else changed there since is then a conflict, not overwritten.
   * Gives the number of the edit, for {@link undo}; 0 where nothing changed.
   */
  edit(change: Change<D>, label: string, began?: Change<D>): number;
  /** Takes back the last edit, or the one of that number; what others changed since stays. */
  undo(edit?: number): void;
  redo(): void;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** Saves and reads at once, whatever was in the way. */
  retry(): void;
  settle(clash: Clash, which: 'mine' | 'theirs'): void;
}
