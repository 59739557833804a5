import { Lozenge } from '../shell/Lozenge';
import { ANSWER, isOld } from './feasibility';
import { FoldSection } from './FoldSection';
import type { Feasibility } from './impact';
import { FeasibilityBody } from './later';
import type { SectionProps } from './section';

/** The engineer's check-in: can it be built like this, says who, since when, and whether that may be out of date. */
export function FeasibilitySection(props: SectionProps) {
  return (
    <FoldSection fold="feasibility" inShort={<InShort feasibility={props.given.feasibility} />}>
      <FeasibilityBody {...props} />
    </FoldSection>
  );
}

function InShort({ feasibility }: { feasibility: Feasibility | null }) {
  if (feasibility === null) return <>Not asked yet</>;
  const { short, appearance } = ANSWER[feasibility.answer];
  return (
    <>
      {isOld(feasibility, new Date()) && <Lozenge>May be out of date</Lozenge>}
      <Lozenge appearance={appearance}>{short}</Lozenge>
    </>
  );
}
