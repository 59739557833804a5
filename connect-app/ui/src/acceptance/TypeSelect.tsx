import Select from '@atlaskit/select';
import { useRef, useState } from 'react';
import { MENU_HEIGHT, useRoomBelow } from '../shell/room';
import { type CriterionType, TYPES } from './acceptance';
import { TYPE } from './wording';

interface Option {
  readonly value: CriterionType | null;
  readonly label: string;
}

const OPTIONS: readonly Option[] = [...TYPES.map((value) => ({ value, label: TYPE[value].name })), { value: null, label: 'No type' }];

interface SelectProps {
  type: CriterionType | null;
  onChange: (type: CriterionType | null) => void;
  /** `back`: the focus returns to where the select was opened. */
  close: (back: boolean) => void;
}

/** The open select of a {@link TypePicker}. */
export default function TypeSelect({ type, onChange, close }: SelectProps) {
  const box = useRef<HTMLDivElement>(null);
  const [menu, setMenu] = useState(true);
  useRoomBelow(box, menu);
  return (
    <div ref={box} className="type-select">
      <Select<Option>
        autoFocus
        defaultMenuIsOpen
        isSearchable={false}
        spacing="compact"
        aria-label="Type"
        options={OPTIONS}
        value={OPTIONS.find((it) => it.value === type) ?? null}
        maxMenuHeight={MENU_HEIGHT - 20}
        onMenuOpen={() => setMenu(true)}
        onMenuClose={() => setMenu(false)}
        onBlur={() => close(false)}
        onKeyDown={(event) => { if (event.key === 'Escape') close(true); }}
        onChange={(next) => {
          onChange(next?.value ?? null);
          close(true);
        }}
      />
    </div>
  );
}
