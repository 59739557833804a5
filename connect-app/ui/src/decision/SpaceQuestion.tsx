import { useId } from 'react';
import { type Space, SPACES } from './decision';
import { QUESTION, SPACE } from './wording';

interface SpaceQuestionProps {
  space: Space | null;
  set: (space: Space) => void;
  problem?: string | null;
}

/** Asked where a decision is made: the answer says who decides. */
export function SpaceQuestion({ space, set, problem = null }: SpaceQuestionProps) {
  const name = useId();
  return (
    <fieldset className="question" aria-describedby={problem === null ? undefined : `${name}-problem`}>
      <legend className="label">{QUESTION}</legend>
      {SPACES.map((it) => (
        <label className="answer" key={it}>
          <input type="radio" name={name} checked={space === it} onChange={() => set(it)} />
          <span><strong>{SPACE[it].short}:</strong> <span className="quiet">{SPACE[it].about}.</span> {SPACE[it].decides}.</span>
        </label>
      ))}
      {problem !== null && <p className="failed" id={`${name}-problem`} role="alert">{problem}</p>}
    </fieldset>
  );
}
