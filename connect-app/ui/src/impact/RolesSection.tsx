import { FoldSection } from './FoldSection';
import { RolesBody } from './later';
import { everybody } from './roles';
import type { SectionProps } from './section';

/** Who is responsible, accountable, consulted and informed. */
export function RolesSection(props: SectionProps) {
  const count = everybody(props.given.roles).length;
  const inShort = count === 0 ? 'Nobody yet' : count === 1 ? '1 person' : `${count} people`;
  return (
    <FoldSection fold="roles" inShort={inShort}>
      <RolesBody {...props} />
    </FoldSection>
  );
}
