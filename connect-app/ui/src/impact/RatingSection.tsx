import Button from '@atlaskit/button/default/button';
import { Matrix } from '../matrix/Matrix';
import { QuadrantLozenge } from '../matrix/QuadrantLozenge';
import { type PartRating, quadrantOf, wholeOf } from '../matrix/rating';
import { RatingSelects } from '../matrix/RatingSelects';
import { QUADRANT, spoken } from '../matrix/wording';
import { FoldSection } from './FoldSection';
import type { SectionProps } from './section';
import { useNeighbours } from './useNeighbours';

/** Impact against effort: by the matrix, among the project's other issues, or by two selects. */
export function RatingSection(props: SectionProps) {
  const { rating } = props.given;
  return (
    <FoldSection fold="rating" inShort={<QuadrantLozenge rating={rating} />}>
      <Rated {...props} />
    </FoldSection>
  );
}

function Rated({ edited, given: { rating }, mayEdit, bridge, issueId }: SectionProps) {
  const neighbours = useNeighbours(bridge, issueId);
  const issue = edited.answer?.issue;
  const whole = wholeOf(rating);
  const rate = (to: PartRating) => edited.edit((it) => ({ ...it, rating: { impact: to.impact, effort: to.effort } }), `Rated: ${spoken(to)}`);
  const held = mayEdit || whole !== null
    ? { id: issueId, key: issue?.key || 'This issue', summary: issue?.summary ?? '', ...rating }
    : null;
  return (
    <>
      {mayEdit && <RatingSelects rating={rating} change={rate} mayClear />}
      <p className="quadrant-meaning">{whole === null ? 'Not rated yet.' : QUADRANT[quadrantOf(whole)].meaning}</p>
      <Matrix
        issues={neighbours.issues} held={held} rate={mayEdit ? (_, to) => rate(to) : undefined}
        openIssue={(key) => bridge.openIssue(key)}
      />
      {neighbours.failed && (
        <p className="stale">
          The other issues of the project could not be loaded.{' '}
          <Button appearance="subtle" spacing="compact" onClick={neighbours.again}>Try again</Button>
        </p>
      )}
    </>
  );
}
