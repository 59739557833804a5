import type { HostBridge } from '../host/bridge';
import type { Edited } from './document';
import { useKeys } from './useKeys';

type Undoing = Pick<Edited<unknown>, 'undo' | 'redo'>;

/** Ctrl or Cmd with Z takes the last edit back; with Shift, or Ctrl with Y, it is done again. Fields keep their own undo. */
export function useUndoKeys({ undo, redo }: Undoing): void {
  useKeys({ 'Mod+z': () => undo(), 'Mod+Shift+z': redo, 'Mod+y': redo });
}

/** A flag in the host page for an edit that took something away; its "Undo" takes back just that edit, also later. */
export function undoFlag(bridge: HostBridge, { undo }: Undoing, edit: number, title: string): void {
  if (edit === 0) return;
  bridge.flag({ id: `tandem-undo-${edit}`, kind: 'success', title, action: { text: 'Undo', run: () => undo(edit) } });
}
