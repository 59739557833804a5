import Button from '@atlaskit/button/default/button';
import ErrorIcon from '@atlaskit/icon/core/status-error';
import InformationIcon from '@atlaskit/icon/core/status-information';
import WarningIcon from '@atlaskit/icon/core/status-warning';
import type { ReactNode } from 'react';

type Kind = 'information' | 'warning' | 'error';

const ICONS = { information: InformationIcon, warning: WarningIcon, error: ErrorIcon };

interface NoticeProps {
  kind: Kind;
  title: string;
  /** What it means and what to do. */
  children: ReactNode;
  action?: { text: string; run: () => void };
}

/** Says in the place itself what happened, what it means and what to do. Errors are read out at once. */
export function Notice({ kind, title, children, action }: NoticeProps) {
  const Icon = ICONS[kind];
  return (
    <div className={`notice notice-${kind}`} role={kind === 'error' ? 'alert' : undefined}>
      <span className="notice-icon"><Icon label="" color="currentColor" /></span>
      <div className="notice-text">
        <p className="notice-title">{title}</p>
        <p>{children}</p>
        {action && <div className="notice-action"><Button spacing="compact" onClick={action.run}>{action.text}</Button></div>}
      </div>
    </div>
  );
}
