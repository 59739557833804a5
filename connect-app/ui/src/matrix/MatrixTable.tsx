import Button from '@atlaskit/button/default/button';
import { useState } from 'react';
import type { RatedIssue } from './cells';
import { quadrantOf } from './rating';
import { QUADRANT } from './wording';

const AT_A_TIME = 100;

/** The chart in words: a row an issue. Drawn only once it is opened, and no more than asked for. */
export function MatrixTable({ issues }: { issues: readonly RatedIssue[] }) {
  const [opened, setOpened] = useState(false);
  const [shown, setShown] = useState(AT_A_TIME);
  const rest = issues.length - shown;
  return (
    <details className="matrix-table" onToggle={(event) => event.currentTarget.open && setOpened(true)}>
      <summary>Show as a table</summary>
      {opened && <Rows issues={issues.slice(0, shown)} />}
      {opened && rest > 0 && (
        <Button appearance="subtle" spacing="compact" onClick={() => setShown(shown + AT_A_TIME)}>
          {`Show ${Math.min(rest, AT_A_TIME)} more of ${rest}`}
        </Button>
      )}
    </details>
  );
}

function Rows({ issues }: { issues: readonly RatedIssue[] }) {
  return (
    <table>
      <thead>
        <tr><th scope="col">Issue</th><th scope="col">Impact</th><th scope="col">Effort</th><th scope="col">Quadrant</th></tr>
      </thead>
      <tbody>
        {issues.map((it) => (
          <tr key={it.id}>
            <th scope="row">{it.key}</th><td>{it.impact}</td><td>{it.effort}</td><td>{QUADRANT[quadrantOf(it)].one}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
