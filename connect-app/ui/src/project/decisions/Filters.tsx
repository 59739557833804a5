import Button from '@atlaskit/button/default/button';
import { type ReactNode, useId } from 'react';
import { PickOne } from '../PickOne';
import { SPACES, STATUSES } from './decision';
import { EVERYTHING, isEverything, type Wanted } from './filter';
import { SPACE, STATUS } from './wording';

interface FiltersProps {
  wanted: Wanted;
  want: (wanted: Wanted) => void;
  /** Everybody who decided something. */
  owners: readonly string[];
}

/** Search as you type, and what narrows it. */
export function Filters({ wanted, want, owners }: FiltersProps) {
  const search = useId();
  return (
    <div role="search" className="tools">
      <label className="visually-hidden" htmlFor={search}>Search decisions</label>
      <input
        id={search} type="search" className="form-field form-field-search" placeholder="Search decisions" autoComplete="off"
        value={wanted.words} onChange={({ target }) => want({ ...wanted, words: target.value })}
      />
      <PickOne
        label="Status" any="Any status" options={STATUSES} name={(it) => STATUS[it]} picked={wanted.status}
        pick={(status) => want({ ...wanted, status })}
      />
      <PickOne
        label="Space" any="Any space" options={SPACES} name={(it) => SPACE[it]} picked={wanted.space}
        pick={(space) => want({ ...wanted, space })}
      />
      <PickOne
        label="Decided by" any="Decided by anybody" options={owners} name={(it) => it} picked={wanted.owner}
        pick={(owner) => want({ ...wanted, owner })}
      />
      <Tick checked={wanted.overdue} tick={(overdue) => want({ ...wanted, overdue })}>Review overdue</Tick>
      <Tick checked={wanted.dissent} tick={(dissent) => want({ ...wanted, dissent })}>With dissent</Tick>
      {!isEverything(wanted) && <Button appearance="subtle" onClick={() => want(EVERYTHING)}>Clear</Button>}
    </div>
  );
}

function Tick({ checked, tick, children }: { checked: boolean; tick: (checked: boolean) => void; children: ReactNode }) {
  return (
    <label className="tick">
      <input type="checkbox" checked={checked} onChange={({ target }) => tick(target.checked)} />
      {children}
    </label>
  );
}
