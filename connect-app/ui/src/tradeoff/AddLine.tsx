import { useState } from 'react';
import Button from '@atlaskit/button/default/button';
import { loaded } from '../decision/loaded';
import { useReturn } from '../shell/useReturn';
import type { AddFormProps } from './AddForm';

const AddForm = loaded<AddFormProps>(() => import('./AddForm').then((it) => it.AddForm));

interface AddLineProps extends Omit<AddFormProps, 'leave'> {
  /** On the button that opens the line. */
  words: string;
}

/** A button that becomes a line to write into. */
export function AddLine({ words, ...rest }: AddLineProps) {
  const [open, setOpen] = useState(false);
  const { to, back } = useReturn(open);
  const leave = () => {
    back(true);
    setOpen(false);
  };
  if (open) return <AddForm {...rest} leave={leave} />;
  return <div className="actions"><Button ref={to} spacing="compact" onClick={() => setOpen(true)}>{words}</Button></div>;
}
