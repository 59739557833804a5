interface PickOneProps<T extends string> {
  label: string;
  any: string;
  options: readonly T[];
  name: (option: T) => string;
  picked: T | null;
  pick: (option: T | null) => void;
}

/** The browser's own list: it opens over the frame's edge, which a list drawn in the frame cannot. */
export function PickOne<T extends string>({ label, any, options, name, picked, pick }: PickOneProps<T>) {
  const chosen = (index: number): T | null => options[index - 1] ?? null;
  return (
    <select
      className="form-field" aria-label={label} value={picked === null ? 0 : options.indexOf(picked) + 1}
      onChange={({ target }) => pick(chosen(target.selectedIndex))}
    >
      <option value={0}>{any}</option>
      {options.map((it, index) => <option key={it} value={index + 1}>{name(it)}</option>)}
    </select>
  );
}
