import DeleteIcon from '@atlaskit/icon/core/delete';
import DragIcon from '@atlaskit/icon/core/drag-handle-vertical';
import { memo } from 'react';
import { InlineText } from '../shell/InlineText';
import { type Criterion, LONGEST_CRITERION } from './acceptance';
import { pasted } from './AddCriterion';
import { ChangedMark } from './ChangedMark';
import type { People } from './CriteriaList';
import { TypePicker } from './TypePicker';
import type { Actions } from './useActions';

interface RowProps extends People {
  criterion: Criterion;
  mayEdit: boolean;
  editing: boolean;
  setEditing: (id: string | null) => void;
  actions: Actions;
}

/** One criterion. Its keys are the list's. */
export const CriterionRow = memo(function CriterionRow({ criterion, mayEdit, editing, setEditing, actions, ...people }: RowProps) {
  const { id, text, type, met, changed } = criterion;
  return (
    <li className="criterion" data-id={id} data-met={met}>
      {mayEdit && <span className="handle" title="Drag to move" aria-hidden="true"><DragIcon label="" size="small" color="currentColor" /></span>}
      <Check criterion={criterion} mayEdit={mayEdit} actions={actions} />
      <div className="criterion-words">
        <InlineText
          className="criterion-text"
          value={text}
          label="Criterion"
          placeholder="Nothing written"
          lines="wrap"
          required
          readOnly={!mayEdit}
          maxLength={LONGEST_CRITERION}
          editing={editing}
          onEditing={(open) => setEditing(open ? id : null)}
          onCommit={(next, from) => actions.text(id, next, from)}
          onPaste={(event) => pasted(event, (sketches) => actions.add(sketches, id))}
        />
        {changed !== null && <ChangedMark changed={changed} {...people} />}
      </div>
      <TypePicker type={type} mayEdit={mayEdit} onChange={(next) => actions.type(id, next)} />
      {mayEdit && (
        <button type="button" className="remove" tabIndex={-1} aria-label={`Remove: ${text}`} title="Remove" onClick={() => actions.remove(id)}>
          <DeleteIcon label="" size="small" color="currentColor" />
        </button>
      )}
    </li>
  );
});

type CheckProps = Pick<RowProps, 'criterion' | 'mayEdit' | 'actions'>;

function Check({ criterion: { id, text, met }, mayEdit, actions }: CheckProps) {
  if (!mayEdit) return <span className="check check-shown" role="img" aria-label={met ? 'Met' : 'Not met'}>{met ? '✓' : ''}</span>;
  return <input type="checkbox" className="check" checked={met} aria-label={`Met: ${text}`} onChange={(event) => actions.met(id, event.target.checked)} />;
}
