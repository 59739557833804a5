import './impact.css';
import type { HostBridge, HostContext } from '../host/bridge';
import { DocumentPanel, Homeless } from '../shell/DocumentPanel';
import type { Key } from '../shell/Keys';
import { usePeople } from '../shell/usePeople';
import { clashName, peopleIn, showValue } from './clashes';
import { FeasibilitySection } from './FeasibilitySection';
import { isEmpty } from './impact';
import { useBodiesSoon } from './later';
import { ProblemSection } from './ProblemSection';
import { RatingSection } from './RatingSection';
import { RolesSection } from './RolesSection';
import type { SectionProps } from './section';
import { Skeleton } from './Skeleton';
import { SloSection } from './SloSection';
import { useImpact } from './useImpact';
import { WhySection } from './WhySection';

const TITLE = 'Business impact';

const KEYS: readonly Key[] = [
  { press: '↑ ↓ ← →', does: 'Move the dot' },
  { press: 'Enter', does: 'Edit, save' },
  { press: 'Esc', does: 'Put back' },
];

interface PanelProps {
  bridge: HostBridge;
  context: HostContext;
}

/** What an issue is worth: its problem, metric, reason, rating, objective at risk, feasibility and people. */
export function ImpactPanel({ bridge, context }: PanelProps) {
  if (context.issueId === undefined) return <Homeless title={TITLE} />;
  return <InIssue bridge={bridge} context={context} issueId={context.issueId} />;
}

function InIssue({ bridge, context, issueId }: PanelProps & { issueId: string }) {
  const edited = useImpact(bridge, issueId);
  useBodiesSoon();
  const people = usePeople(bridge, issueId, peopleIn(edited.conflicts));
  return (
    <DocumentPanel
      title={TITLE} edited={edited} context={context} keys={KEYS} skeleton={<Skeleton />}
      nameOf={clashName} show={(value, clash) => showValue(value, clash, people)}
    >
      {(given, { mayEdit }) => <Sections edited={edited} given={given} mayEdit={mayEdit} bridge={bridge} context={context} issueId={issueId} />}
    </DocumentPanel>
  );
}

const TEACHING = 'Start with the user problem; more can wait.';

function Sections(props: SectionProps) {
  return (
    <div className="impact">
      {isEmpty(props.given) && <p className="quiet teaching">{props.mayEdit ? TEACHING : 'Nobody has written down yet what this is worth.'}</p>}
      <ProblemSection {...props} />
      <WhySection {...props} />
      <RatingSection {...props} />
      <SloSection {...props} />
      <FeasibilitySection {...props} />
      <RolesSection {...props} />
    </div>
  );
}
