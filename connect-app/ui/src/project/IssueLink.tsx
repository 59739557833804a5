import type { HostBridge } from '../host/bridge';
import type { IssueRef } from './decisions/decision';

/** The way to an issue. A button, because only the host knows the issue's address. */
export function IssueLink({ issue, bridge }: { issue: IssueRef; bridge: HostBridge }) {
  return (
    <p className="issue">
      <button type="button" className="key-link" aria-label={`Open ${issue.key}`} onClick={() => bridge.openIssue(issue.key)}>
        {issue.key}
      </button>{' '}
      <span className="quiet issue-summary"><bdi>{issue.summary}</bdi></span>
    </p>
  );
}
