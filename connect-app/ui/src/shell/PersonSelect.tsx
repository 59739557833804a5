import { AsyncSelect } from '@atlaskit/select';
import { useRef, useState } from 'react';
import { findPeople, nameOf, type Person } from './people';
import type { PersonPickerProps } from './PersonPicker';
import { registerOf } from './register';
import { MENU_HEIGHT, useRoomBelow } from './room';

interface Option {
  readonly value: string;
  readonly label: string;
}

interface PersonSelectProps extends PersonPickerProps {
  people: ReadonlyMap<string, Person>;
  /** `back`: the focus returns to where this was opened. */
  close: (back: boolean) => void;
}

const optionOf = (it: Person): Option => ({ value: it.id, label: nameOf(it) });

/** The open field of a {@link PersonPicker}: asks for people while one types. */
export default function PersonSelect({ bridge, issueId, label, value, onChange, single = false, people, close }: PersonSelectProps) {
  const box = useRef<HTMLDivElement>(null);
  const [menu, setMenu] = useState(false);
  useRoomBelow(box, menu);
  const chosen = value.map((id) => optionOf(people.get(id) ?? { id, name: id, active: true }));
  const load = async (typed: string): Promise<Option[]> => {
    const found = await findPeople(bridge, issueId, typed).catch(() => []);
    registerOf(bridge, issueId).learn(found);
    return found.map(optionOf);
  };
  return (
    <div ref={box}>
      <AsyncSelect<Option, boolean>
        autoFocus
        openMenuOnFocus
        isMulti={!single}
        isClearable
        spacing="compact"
        aria-label={label}
        placeholder="Type a name"
        defaultOptions
        cacheOptions
        loadOptions={load}
        value={chosen}
        maxMenuHeight={MENU_HEIGHT - 20}
        onMenuOpen={() => setMenu(true)}
        onMenuClose={() => setMenu(false)}
        noOptionsMessage={() => 'Nobody found'}
        onBlur={() => close(false)}
        onKeyDown={(event) => { if (event.key === 'Escape') close(true); }}
        onChange={(next) => {
          const options = Array.isArray(next) ? next : next === null ? [] : [next as Option];
          onChange(options.map((it: Option) => it.value));
          if (single) close(true);
        }}
      />
    </div>
  );
}
