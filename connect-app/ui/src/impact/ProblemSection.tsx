import { useId, useRef } from 'react';
import { useWhenHidden } from '../shell/useWhenHidden';
import { FoldSection } from './FoldSection';
import { Hint } from './Hint';
import { change, dayName, isPast, lacks } from './metric';
import { PLACES, type SectionProps } from './section';
import { TextField } from './TextField';

/** The three questions: which user problem, which metric, and whether this is the simplest way to test it. */
export function ProblemSection(props: SectionProps) {
  const { given, mayEdit, context } = props;
  const missing = lacks(given.metric);
  return (
    <FoldSection fold="problem" inShort={change(given.metric)}>
      <TextField {...props} place={PLACES.problem} label="User problem" placeholder="Which problem do users have?" />
      <TextField {...props} place={PLACES.metric} label="Metric" placeholder="Which number should change?" />
      <div className="metric-change">
        <TextField {...props} place={PLACES.baseline} label="Today" placeholder="e.g. 61%" lines="one" />
        <TextField {...props} place={PLACES.target} label="Target" placeholder="e.g. 70%" lines="one" />
        <DueField {...props} />
      </div>
      {isLate(props) && <p className="late">{`${dayName(given.metric.due ?? '', context.locale)} has passed: was the target met?`}</p>}
      {mayEdit && missing !== null && <Hint>{missing}</Hint>}
      <TextField
        {...props} place={PLACES.simplest} label="Is this the simplest way to test it?"
        placeholder="What would show sooner whether it works?"
      />
    </FoldSection>
  );
}

const isLate = ({ given: { metric: { due } }, context }: SectionProps): boolean =>
  due !== null && isPast(due, new Date(), context.timeZone);

const LAST_DAY = '9999-12-31';

function DueField({ edited, given, mayEdit, context }: SectionProps) {
  const id = useId();
  const { due } = given.metric;
  const save = (date: string) => edited.edit(
    (it) => ({ ...it, metric: { ...it.metric, due: date === '' ? null : date } }), date === '' ? 'Date removed' : 'Date changed');
  return (
    <div className="field metric-due">
      {mayEdit
        ? <label htmlFor={id}>By</label>
        : <p className="label">By</p>}
      {mayEdit
        ? <DateInput id={id} value={due ?? ''} save={save} />
        : <p className="read">{due === null ? <span className="quiet">No date yet</span> : dayName(due, context.locale)}</p>}
    </div>
  );
}

/** The browser's own date field gives "" while a date is half typed; only a whole date, or none at all, is saved. */
function DateInput({ id, value, save }: { id: string; value: string; save: (date: string) => void }) {
  const field = useRef<HTMLInputElement>(null);
  const leave = () => {
    const it = field.current;
    if (it !== null && it.value !== value && !it.validity.badInput) save(it.value);
  };
  useWhenHidden(leave);
  return <input key={value} ref={field} id={id} className="input" type="date" max={LAST_DAY} defaultValue={value} onBlur={leave} />;
}
