import Button from '@atlaskit/button/default/button';
import { IssueLink } from './CellList';
import type { HeldIssue } from './HeldDot';
import { QuadrantLozenge } from './QuadrantLozenge';
import { drawnAt, type PartRating, type Rating } from './rating';
import { RatingSelects } from './RatingSelects';

interface HeldCardProps {
  issue: HeldIssue;
  rate?: ((id: string, at: Rating) => void) | undefined;
  openIssue: (key: string) => void;
  close: () => void;
}

/** The issue that was taken up: which one it is, its two selects, and the way to it. */
export function HeldCard({ issue, rate, openIssue, close }: HeldCardProps) {
  return (
    <section className="cell-list" aria-label="Chosen issue">
      <div className="cell-list-top">
        <IssueLink issue={issue} openIssue={openIssue} />
        <Button appearance="subtle" spacing="compact" onClick={close}>Close</Button>
      </div>
      <div className="held-card-row">
        {rate !== undefined && (
          <RatingSelects rating={issue} mayClear={false} change={(to: PartRating) => rate(issue.id, drawnAt(to))} />
        )}
        <QuadrantLozenge rating={issue} />
      </div>
    </section>
  );
}
