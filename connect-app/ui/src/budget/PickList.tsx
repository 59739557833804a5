import Select from '@atlaskit/select/Select';
import { useRef, useState } from 'react';
import { MENU_HEIGHT, useRoomBelow } from '../shell/room';

export interface PickListProps {
  label: string;
  value: string;
  options: readonly (readonly [string, string])[];
  set: (value: string) => void;
  /** `back`: the focus returns to where the list was opened. */
  close: (back: boolean) => void;
}

interface Option {
  readonly value: string;
  readonly label: string;
}

/** The open list of a value that is picked where it stands. */
export function PickList({ label, value, options, set, close }: PickListProps) {
  const box = useRef<HTMLDivElement>(null);
  const [menu, setMenu] = useState(true);
  useRoomBelow(box, menu);
  const all: readonly Option[] = options.map(([name, words]) => ({ value: name, label: words }));
  return (
    <div ref={box} className="pick-list">
      <Select<Option>
        autoFocus
        defaultMenuIsOpen
        isSearchable={false}
        spacing="compact"
        aria-label={label}
        options={all}
        value={all.find((it) => it.value === value) ?? null}
        maxMenuHeight={MENU_HEIGHT - 20}
        onMenuOpen={() => setMenu(true)}
        onMenuClose={() => setMenu(false)}
        onBlur={() => close(false)}
        onKeyDown={({ key }) => key === 'Escape' && close(true)}
        onChange={(next) => {
          if (next !== null && next.value !== value) set(next.value);
          close(true);
        }}
      />
    </div>
  );
}
