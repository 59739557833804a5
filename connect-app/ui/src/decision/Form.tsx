import { type FormEvent, type KeyboardEvent, type ReactNode, useId } from 'react';
import Button from '@atlaskit/button/default/button';

interface FormProps {
  heading: string;
  /** The words on the button that saves. */
  submit: string;
  busy: boolean;
  /** Why the last attempt did not save; the text stays in the fields. */
  problem: string | null;
  /** Whether there is something that Escape would lose. */
  changed: boolean;
  save: () => void;
  cancel: () => void;
  children: ReactNode;
}

/** The frame of every form here: Ctrl or Cmd with Enter saves, Escape leaves it while nothing was written. */
export function Form({ heading, submit, busy, problem, changed, save, cancel, children }: FormProps) {
  const id = useId();
  const submitted = (event: FormEvent) => {
    event.preventDefault();
    if (!busy) save();
  };
  const pressed = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submitted(event);
    if (event.key === 'Escape' && !event.defaultPrevented && !changed) cancel();
  };
  return (
    <form className="form" aria-labelledby={id} aria-busy={busy} noValidate onSubmit={submitted} onKeyDown={pressed}>
      <p className="form-heading" id={id} dir="auto">{heading}</p>
      {children}
      {problem !== null && <p className="failed" role="alert">{problem}</p>}
      <div className="actions">
        <Button type="submit" spacing="compact" appearance="primary" isLoading={busy}>{submit}</Button>
        <Button spacing="compact" onClick={cancel}>Cancel</Button>
      </div>
    </form>
  );
}
