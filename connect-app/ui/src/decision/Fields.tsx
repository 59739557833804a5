import { type ReactNode, useId } from 'react';
import Textarea from '@atlaskit/textarea';
import Textfield from '@atlaskit/textfield';

interface FieldProps {
  label: string;
  /** What is wrong with it, in words. */
  problem?: string | null;
  hint?: string;
  children: (id: string, described: string | undefined) => ReactNode;
}

/** A field under its label, with a hint and with what is wrong about it. */
export function Field({ label, problem = null, hint, children }: FieldProps) {
  const id = useId();
  const described = [hint !== undefined && `${id}-hint`, problem !== null && `${id}-problem`].filter(Boolean).join(' ');
  return (
    <div className="field">
      <label className="label" htmlFor={id}>{label}</label>
      {children(id, described || undefined)}
      {hint !== undefined && <p className="hint" id={`${id}-hint`}>{hint}</p>}
      {problem !== null && <p className="failed" id={`${id}-problem`} role="alert">{problem}</p>}
    </div>
  );
}

interface TextProps {
  label: string;
  value: string;
  set: (value: string) => void;
  problem?: string | null;
  hint?: string;
  first?: boolean;
  /** Characters. */
  longest?: number;
}

export function TextLine({ value, set, first = false, longest = 500, type = 'text', ...rest }: TextProps & { type?: 'text' | 'date' }) {
  return (
    <Field {...rest}>
      {(id, described) => (
        <Textfield id={id} type={type} value={value} autoFocus={first} maxLength={longest} isInvalid={Boolean(rest.problem)}
          aria-describedby={described} onChange={({ currentTarget }) => set(currentTarget.value)} />
      )}
    </Field>
  );
}

export function TextBlock({ value, set, first = false, longest = 20_000, ...rest }: TextProps) {
  return (
    <Field {...rest}>
      {(id, described) => (
        <Textarea id={id} value={value} autoFocus={first} maxLength={longest} isInvalid={Boolean(rest.problem)} resize="smart" minimumRows={2}
          aria-describedby={described} onChange={({ currentTarget }) => set(currentTarget.value)} />
      )}
    </Field>
  );
}
