import { useId } from 'react';

interface ChoiceProps<T extends string> {
  legend: string;
  options: readonly T[];
  names: Record<T, string>;
  chosen: T;
  choose: (option: T) => void;
}

/** One of a few, side by side. Radio buttons underneath: arrow keys and screen readers know them. */
export function Choice<T extends string>({ legend, options, names, chosen, choose }: ChoiceProps<T>) {
  const name = useId();
  return (
    <fieldset className="switch">
      <legend className="visually-hidden">{legend}</legend>
      {options.map((option) => (
        <label key={option}>
          <input type="radio" name={name} checked={option === chosen} onChange={() => choose(option)} />
          <span>{names[option]}</span>
        </label>
      ))}
    </fieldset>
  );
}
