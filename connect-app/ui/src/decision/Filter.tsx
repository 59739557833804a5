import { useId } from 'react';

interface FilterProps {
  query: string;
  set: (query: string) => void;
  found: number;
  all: number;
}

/** Searches as a person types, and says how many are left. Escape clears it. */
export function Filter({ query, set, found, all }: FilterProps) {
  const id = useId();
  return (
    <p className="filter">
      <label className="visually-hidden" htmlFor={id}>Search the decisions of this issue</label>
      <input id={id} className="input" type="search" placeholder="Search decisions" value={query}
        onChange={({ target }) => set(target.value)} onKeyDown={({ key }) => key === 'Escape' && set('')} />
      <span className="quiet" role="status">{query.trim() === '' ? '' : `${found} of ${all}`}</span>
    </p>
  );
}
