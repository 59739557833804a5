import { useRef, useState } from 'react';
import type { HostBridge, HostContext } from '../host/bridge';
import type { Criterion } from './acceptance';
import { CriterionRow } from './CriterionRow';
import type { Actions } from './useActions';
import { useDrag } from './useDrag';
import { useRowFocus } from './useRowFocus';
import { useRowKeys } from './useRowKeys';

/** What a row needs to name people and times. */
export interface People {
  readonly bridge: HostBridge;
  readonly issueId: string;
  readonly context: HostContext;
}

interface ListProps {
  criteria: readonly Criterion[];
  mayEdit: boolean;
  actions: Actions;
  people: People;
}

/** The criteria in their order. Only rows whose criterion changed are drawn again. */
export function CriteriaList({ criteria, mayEdit, actions, people }: ListProps) {
  const list = useRef<HTMLOListElement>(null);
  const [editing, setEditing] = useState<string | null>(null);
  const { bridge, issueId, context } = people;
  const focusOn = useRowFocus(list);
  const onKeyDown = useRowKeys({ criteria, actions, focusOn, edit: setEditing });
  const onPointerDown = useDrag(list, (id, place) => actions.move(id, place, criteria.length));
  return (
    <ol className="criteria" ref={list} {...(mayEdit ? { onKeyDown, onPointerDown } : {})}>
      {criteria.map((it) => (
        <CriterionRow
          key={it.id}
          criterion={it}
          mayEdit={mayEdit}
          editing={editing === it.id}
          setEditing={setEditing}
          actions={actions}
          bridge={bridge}
          issueId={issueId}
          context={context}
        />
      ))}
    </ol>
  );
}
