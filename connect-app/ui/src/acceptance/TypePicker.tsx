import { Lozenge } from '../shell/Lozenge';
import { lazy, memo, Suspense, useState } from 'react';
import { useReturn } from '../shell/useReturn';
import type { CriterionType } from './acceptance';
import PlainTypeSelect from './PlainTypeSelect';
import { TYPE } from './wording';

const load = () => import('./TypeSelect');
const TypeSelect = lazy(() => load().catch(() => ({ default: PlainTypeSelect })));
const loadSoon = () => void load().catch(() => undefined);

interface TypeProps {
  type: CriterionType | null;
  mayEdit: boolean;
  onChange: (type: CriterionType | null) => void;
}

/** What a criterion is about: a lozenge that becomes a select when it is pressed. The select is loaded when it is first used. */
export function TypePicker({ type, mayEdit, onChange }: TypeProps) {
  const [open, setOpen] = useState(false);
  const { to, back } = useReturn(open);
  const close = (toButton: boolean) => {
    back(toButton);
    setOpen(false);
  };
  const shown = <TypeName type={type} />;
  if (!mayEdit) return <span className="type">{type !== null && shown}</span>;
  if (open) {
    return (
      <Suspense fallback={<span className="type">{shown}</span>}>
        <TypeSelect type={type} close={close} onChange={onChange} />
      </Suspense>
    );
  }
  return (
    <button type="button" ref={to} className="type type-button" aria-label={`Type: ${nameOf(type)}. Change`} onClick={() => setOpen(true)} onPointerEnter={loadSoon} onFocus={loadSoon}>
      {shown}
    </button>
  );
}

const nameOf = (type: CriterionType | null): string => (type === null ? 'none' : TYPE[type].name);

const TypeName = memo(function TypeName({ type }: { type: CriterionType | null }) {
  if (type === null) return <span className="no-type">+ Type</span>;
  return <Lozenge appearance={TYPE[type].appearance}>{TYPE[type].name}</Lozenge>;
});
