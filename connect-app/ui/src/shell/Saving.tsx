import Button from '@atlaskit/button/default/button';
import type { Edited } from './document';
import { SaveLine } from './SaveLine';

interface SavingProps {
  edited: Edited<unknown>;
  /** What "Undo" takes back, where that is more than the document's edits. */
  back?: Pick<Edited<unknown>, 'undo' | 'canUndo'>;
}

/** How the document stands to what is stored, and beside it the way back for who has no Ctrl+Z at hand. */
export function Saving({ edited, back = edited }: SavingProps) {
  return (
    <div className="panel-saving">
      <SaveLine edited={edited} />
      {back.canUndo && <Button spacing="compact" appearance="subtle" onClick={() => back.undo()}>Undo</Button>}
    </div>
  );
}
