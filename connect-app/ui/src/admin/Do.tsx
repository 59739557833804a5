import Button from '@atlaskit/button/default/button';
import type { ReactNode } from 'react';
import type { Action } from './useAction';

interface DoProps {
  action: Action;
  primary?: boolean;
  /** What a screen reader says, where the words on it do not say which one is meant. */
  label?: string;
  children: ReactNode;
}

/** A button for an action; what went wrong stands beside it until it is pressed again. */
export function Do({ action, primary = false, label, children }: DoProps) {
  return (
    <span className="do">
      <Button
        spacing="compact"
        appearance={primary ? 'primary' : 'default'}
        isLoading={action.busy}
        onClick={action.run}
        {...(label === undefined ? {} : { 'aria-label': label })}
      >
        {children}
      </Button>
      {action.failed !== null && <span className="failed" role="alert">{action.failed}</span>}
    </span>
  );
}
