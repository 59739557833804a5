import { type CriterionType, TYPES } from './acceptance';
import { TYPE } from './wording';

interface SelectProps {
  type: CriterionType | null;
  onChange: (type: CriterionType | null) => void;
  close: (back: boolean) => void;
}

/** The browser's own select: stands in where the other one could not be loaded, for instance without a network. */
export default function PlainTypeSelect({ type, onChange, close }: SelectProps) {
  const choose = (value: string) => {
    onChange(TYPES.find((it) => it === value) ?? null);
    close(true);
  };
  return (
    <select autoFocus className="type-select" aria-label="Type" value={type ?? ''} onBlur={() => close(false)} onChange={(event) => choose(event.target.value)}>
      {TYPES.map((it) => <option key={it} value={it}>{TYPE[it].name}</option>)}
      <option value="">No type</option>
    </select>
  );
}
