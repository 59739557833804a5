import { FoldSection } from './FoldSection';
import { SloBody } from './later';
import type { SectionProps } from './section';
import { sloReading, type SloState } from './slo';

const IN_SHORT: Readonly<Record<SloState, string>> = { spent: 'Budget spent', nearly: 'Nearly spent', healthy: 'Budget left', unknown: '' };

/** The service level objective that is at risk: which one, how it stands, how much error budget is left. */
export function SloSection(props: SectionProps) {
  const { slo } = props.given;
  return (
    <FoldSection fold="slo" inShort={slo === null ? 'None' : IN_SHORT[sloReading(slo).state]}>
      <SloBody {...props} />
    </FoldSection>
  );
}
