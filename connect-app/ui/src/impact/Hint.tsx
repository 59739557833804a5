import LightbulbIcon from '@atlaskit/icon/core/lightbulb';
import type { ReactNode } from 'react';

/** A word of advice under a field. It is not an error: nothing is refused. */
export function Hint({ children }: { children: ReactNode }) {
  return (
    <p className="hint">
      <span className="hint-icon"><LightbulbIcon label="Hint:" size="small" color="currentColor" /></span>
      <span dir="auto">{children}</span>
    </p>
  );
}
