import Button from '@atlaskit/button/default/button';
import { useEffect, useId, useRef, useState } from 'react';
import type { Cell, RatedIssue } from './cells';
import { issues, placeName } from './wording';

const AT_A_TIME = 50;

interface CellListProps {
  cell: Cell;
  openIssue: (key: string) => void;
  /** Present where an issue may be taken out of the dot to be moved. */
  hold?: ((id: string) => void) | undefined;
  close: () => void;
}

/** The issues behind one dot. It opens under the chart and takes the focus; Escape closes it. */
export function CellList({ cell, openIssue, hold, close }: CellListProps) {
  const [shown, setShown] = useState(AT_A_TIME);
  const title = useRef<HTMLParagraphElement>(null);
  const id = useId();
  useEffect(() => title.current?.focus({ preventScroll: true }), [cell.impact, cell.effort]);
  const rest = cell.issues.length - shown;
  return (
    <section className="cell-list" aria-labelledby={id} onKeyDown={(event) => event.key === 'Escape' && close()}>
      <div className="cell-list-top">
        <p className="cell-list-title" id={id} ref={title} tabIndex={-1}>{`${placeName(cell)}: ${issues(cell.issues.length)}`}</p>
        <Button appearance="subtle" spacing="compact" onClick={close}>Close</Button>
      </div>
      <ul>
        {cell.issues.slice(0, shown).map((it) => <Row key={it.id} issue={it} openIssue={openIssue} hold={hold} />)}
      </ul>
      {rest > 0 && (
        <Button appearance="subtle" spacing="compact" onClick={() => setShown(shown + AT_A_TIME)}>
          {`Show ${Math.min(rest, AT_A_TIME)} more of ${rest}`}
        </Button>
      )}
    </section>
  );
}

interface RowProps {
  issue: RatedIssue;
  openIssue: (key: string) => void;
  hold: ((id: string) => void) | undefined;
}

function Row({ issue, openIssue, hold }: RowProps) {
  return (
    <li className="cell-list-row">
      <IssueLink issue={issue} openIssue={openIssue} />
      {hold !== undefined && (
        <Button spacing="compact" aria-label={`Move ${issue.key}`} onClick={() => hold(issue.id)}>Move</Button>
      )}
    </li>
  );
}

const LONGEST_SUMMARY = 250;

/** The key, which opens the issue in Jira, and the summary. */
export function IssueLink({ issue, openIssue }: { issue: Pick<RatedIssue, 'key' | 'summary'>; openIssue: (key: string) => void }) {
  const { key, summary } = issue;
  return (
    <span className="matrix-issue">
      <button type="button" className="matrix-issue-key" onClick={() => openIssue(key)}>{key}</button>{' '}
      <span dir="auto">{summary.length > LONGEST_SUMMARY ? `${summary.slice(0, LONGEST_SUMMARY)}…` : summary}</span>
    </span>
  );
}
