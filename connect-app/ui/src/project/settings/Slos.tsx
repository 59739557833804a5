import Button from '@atlaskit/button/default/button';
import { useState } from 'react';
import { LineField, Remove } from './Line';
import { isObjective, LONGEST_NAME, MOST, replaced, type Slo } from './settings';

interface SlosProps {
  slos: readonly Slo[];
  mayEdit: boolean;
  change: (slos: readonly Slo[], words: string) => void;
  /** Like `change`, with a way back at hand. */
  drop: (slos: readonly Slo[], words: string) => void;
}

const LONGEST_NUMBER = 8;
const USUAL = 99.9;

/** The service levels that an issue may put at risk. */
export function Slos({ slos, mayEdit, change, drop }: SlosProps) {
  if (!mayEdit) return <SlosRead slos={slos} />;
  return (
    <>
      {slos.length === 0 && <p className="quiet">No SLOs yet. The Business impact panel offers these when an issue puts one at risk.</p>}
      <ul className="lines-edit">
        {slos.map((it, index) => (
          <SloLine
            key={index} slo={it} nr={index + 1}
            change={(next) => change(replaced(slos, index, next), 'SLO changed')}
            drop={() => drop(replaced(slos, index, null), 'SLO removed')}
          />
        ))}
      </ul>
      <div>
        <Button
          isDisabled={slos.length >= MOST}
          onClick={() => change([...slos, { name: `SLO ${slos.length + 1}`, objective: USUAL }], 'SLO added')}
        >
          Add an SLO
        </Button>
      </div>
    </>
  );
}

interface SloLineProps {
  slo: Slo;
  /** Which one it is, counted from 1. */
  nr: number;
  change: (slo: Slo) => void;
  drop: () => void;
}

function SloLine({ slo, nr, change, drop }: SloLineProps) {
  const [wrong, setWrong] = useState<string | null>(null);
  const aim = (typed: string) => {
    const percent = typed === '' ? NaN : Number(typed.replace(',', '.').replace('%', ''));
    if (!isObjective(percent)) return setWrong(`“${typed}” is no objective. Enter a percentage from 0 to 100, for example 99.9.`);
    setWrong(null);
    return change({ ...slo, objective: percent });
  };
  return (
    <li>
      <LineField label={`Name of SLO ${nr}`} value={slo.name} longest={LONGEST_NAME} needed commit={(name) => change({ ...slo, name })} />
      <span className="objective">
        <LineField
          label={`Objective of SLO ${nr} in percent`} value={slo.objective === null ? '' : String(slo.objective)}
          longest={LONGEST_NUMBER} commit={aim}
        />
        <span aria-hidden="true">%</span>
      </span>
      <Remove label={`Remove SLO ${nr}`} remove={drop} />
      {wrong !== null && <p className="went-wrong line-wrong" role="alert">{wrong}</p>}
    </li>
  );
}

function SlosRead({ slos }: { slos: readonly Slo[] }) {
  if (slos.length === 0) return <p className="quiet">No SLOs.</p>;
  return (
    <ul className="lines-read">
      {slos.map(({ name, objective }) => <li key={name}><bdi>{name}</bdi>{objective !== null && `: ${objective}%`}</li>)}
    </ul>
  );
}
