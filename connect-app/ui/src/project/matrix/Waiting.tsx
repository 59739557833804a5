import Button from '@atlaskit/button/default/button';
import type { HostBridge } from '../../host/bridge';
import { Section } from '../../shell/Section';
import { IssueLink } from '../IssueLink';
import { Paged } from '../Paged';
import type { BacklogIssue } from './backlog';

interface WaitingProps {
  issues: readonly BacklogIssue[];
  bridge: HostBridge;
  /** Puts an issue on the matrix, to be rated there. Absent for those who may only look. */
  take: ((id: string) => void) | undefined;
}

const AT_A_TIME = 10;

/** The issues that have no place on the matrix yet. */
export function Waiting({ issues, bridge, take }: WaitingProps) {
  return (
    <Section title="Not rated yet" busy={false}>
      <Paged
        items={issues} keyOf={({ id }) => id} page={AT_A_TIME}
        draw={(it) => (
          <div className="waiting">
            <IssueLink issue={it} bridge={bridge} />
            {take !== undefined && (
              <Button spacing="compact" aria-label={`Rate ${it.key}`} onClick={() => take(it.id)}>Rate</Button>
            )}
          </div>
        )}
      />
    </Section>
  );
}
