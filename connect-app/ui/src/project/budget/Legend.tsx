/** What a colour or a line stands for, with its name. */
export interface Entry {
  readonly name: string;
  readonly className: string;
}

export function Legend({ entries }: { entries: readonly Entry[] }) {
  return (
    <ul className="legend">
      {entries.map(({ name, className }) => (
        <li key={name}><span className={`swatch ${className}`} aria-hidden="true" />{name}</li>
      ))}
    </ul>
  );
}
