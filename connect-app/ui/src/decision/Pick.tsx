import Select from '@atlaskit/select/Select';
import { useRef, useState } from 'react';
import { MENU_HEIGHT, useRoomBelow } from '../shell/room';
import { Field } from './Fields';

interface PickProps<T extends string> {
  label: string;
  value: T;
  options: readonly (readonly [T, string])[];
  set: (value: T) => void;
}

/** One of a few, in a form. */
export function Pick<T extends string>({ label, value, options, set }: PickProps<T>) {
  const box = useRef<HTMLDivElement>(null);
  const [menu, setMenu] = useState(false);
  useRoomBelow(box, menu);
  const all = options.map(([name, words]) => ({ value: name, label: words }));
  return (
    <Field label={label}>
      {(id) => (
        <div ref={box}>
          <Select
            inputId={id}
            isSearchable={false}
            options={all}
            value={all.find((it) => it.value === value) ?? null}
            maxMenuHeight={MENU_HEIGHT - 20}
            onMenuOpen={() => setMenu(true)}
            onMenuClose={() => setMenu(false)}
            onChange={(next) => { if (next !== null) set(next.value); }}
          />
        </div>
      )}
    </Field>
  );
}
