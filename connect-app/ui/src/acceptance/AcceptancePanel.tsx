import './acceptance.css';
import type { HostBridge, HostContext } from '../host/bridge';
import { DocumentPanel, Homeless } from '../shell/DocumentPanel';
import type { Key } from '../shell/Keys';
import { useDocument } from '../shell/useDocument';
import { ACCEPTANCE } from './acceptance';
import { Agreements } from './Agreements';
import { CriteriaSection } from './CriteriaSection';
import { DefinitionOfDone } from './DefinitionOfDone';
import { projectPart } from './project';
import { Skeleton } from './Skeleton';
import { StoryLines } from './StoryLines';
import { useActions } from './useActions';
import { partName, partValue } from './wording';

const TITLE = 'Acceptance criteria';

const KEYS: readonly Key[] = [
  { press: 'N', does: 'New criterion' },
  { press: '↑ ↓', does: 'Other criterion' },
  { press: 'Space', does: 'Met or not met' },
  { press: 'Enter', does: 'Edit, save' },
  { press: 'Esc', does: 'Put back' },
  { press: 'Alt + ↑ ↓', does: 'Move' },
  { press: 'Del', does: 'Remove' },
];

interface PanelProps {
  bridge: HostBridge;
  context: HostContext;
}

/** When an issue is done: its story, its criteria, who agreed to them. */
export function AcceptancePanel({ bridge, context }: PanelProps) {
  if (context.issueId === undefined) return <Homeless title={TITLE} />;
  return <InIssue bridge={bridge} context={context} issueId={context.issueId} />;
}

function InIssue({ bridge, context, issueId }: PanelProps & { issueId: string }) {
  const edited = useDocument(bridge, `/api/panel/issues/${encodeURIComponent(issueId)}/acceptance`, ACCEPTANCE);
  const actions = useActions(edited, bridge);
  return (
    <DocumentPanel
      title={TITLE}
      edited={edited}
      context={context}
      keys={KEYS}
      nameOf={(clash) => partName(edited.document, clash)}
      show={partValue}
      skeleton={<Skeleton />}
    >
      {(document, answer) => {
        const { definitionOfDone, templates } = projectPart(answer.project);
        const shared = { document, answer, actions, context, bridge, issueId };
        return (
          <div className="acceptance">
            <StoryLines story={document.story} mayEdit={answer.mayEdit} actions={actions} />
            <CriteriaSection {...shared} templates={templates} />
            <Agreements {...shared} />
            <DefinitionOfDone items={definitionOfDone} />
          </div>
        );
      }}
    </DocumentPanel>
  );
}
