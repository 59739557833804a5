import Button from '@atlaskit/button/default/button';
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { type DashboardItem, isProjectKey, type ProjectRef, Refused } from './item';

interface ProjectFormProps {
  item: DashboardItem;
  project: string | null;
  /** How often the person asked for the form: each time its field takes the focus. Not when it stands there by itself. */
  asked: number;
  /** It is kept. */
  chosen: (projectKey: string) => void;
  /** Absent where there is nothing to go back to. */
  cancel?: () => void;
}

const TYPED_ENOUGH_MILLIS = 250;

/** Which project the gadget shows. */
export default function ProjectForm({ item, project, asked, chosen, cancel }: ProjectFormProps) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => { if (asked > 0) field.current?.focus(); }, [asked]);
  const [typed, type] = useState(project ?? '');
  const [wrong, setWrong] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const key = typed.trim().toUpperCase();
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (!isProjectKey(key)) return setWrong('Enter the key of a project: letters and digits, for example SHOP.');
    setBusy(true);
    const why = await item.choose(key).then(() => null, whyNot);
    setBusy(false);
    return why === null ? chosen(key) : setWrong(why);
  };
  return (
    <form className="gadget-form" onSubmit={(event) => void save(event)} noValidate>
      <label className="input-label" htmlFor={id}>Project</label>
      <input
        id={id} ref={field} className="form-field" list={`${id}-list`} placeholder="For example SHOP" autoComplete="off" spellCheck={false}
        value={typed} onChange={({ target }) => type(target.value)}
        aria-invalid={wrong !== null} aria-describedby={`${id}-says`}
      />
      <Suggestions id={`${id}-list`} item={item} typed={typed} />
      <p id={`${id}-says`} className={wrong === null ? 'quiet' : 'went-wrong'} role={wrong === null ? undefined : 'alert'}>
        {wrong ?? 'Its budget is shown to everybody who sees this dashboard and may browse the project.'}
      </p>
      <div className="beside">
        <Button type="submit" appearance="primary" isLoading={busy}>Save</Button>
        {cancel !== undefined && <Button appearance="subtle" onClick={cancel}>Cancel</Button>}
      </div>
    </form>
  );
}

const whyNot = (failure: unknown): string =>
  failure instanceof Refused
    ? 'Only people who may edit this dashboard can choose its project. Copy the dashboard, or ask its owner.'
    : 'Jira does not answer. Nothing was changed; try again in a moment.';

/** Asks only once the typing pauses; an answer that comes too late is dropped. */
function Suggestions({ id, item, typed }: { id: string; item: DashboardItem; typed: string }) {
  const [projects, show] = useState<readonly ProjectRef[]>([]);
  useEffect(() => {
    let late = false;
    const timer = setTimeout(() => void item.projects(typed.trim()).then((found) => { if (!late) show(found); }), TYPED_ENOUGH_MILLIS);
    return () => {
      late = true;
      clearTimeout(timer);
    };
  }, [item, typed]);
  return <datalist id={id}>{projects.map(({ key, name }) => <option key={key} value={key}>{name}</option>)}</datalist>;
}
