import Button from '@atlaskit/button/default/button';
import { useId, useState } from 'react';
import type { HostBridge, HostContext } from '../host/bridge';
import type { PanelAnswer } from '../shell/document';
import { useReturn } from '../shell/useReturn';
import { useKeys } from '../shell/useKeys';
import { type Acceptance, MOST_CRITERIA } from './acceptance';
import { AddCriterion } from './AddCriterion';
import { CriteriaList } from './CriteriaList';
import { Progress } from './Progress';
import { type Template, templatesFor } from './project';
import { RemovedList } from './RemovedList';
import { Templates } from './Templates';
import type { Actions } from './useActions';
import { hintOf } from './wording';

interface CriteriaProps {
  document: Acceptance;
  answer: PanelAnswer;
  actions: Actions;
  context: HostContext;
  bridge: HostBridge;
  issueId: string;
  templates: readonly Template[];
}

/** The criteria: how far they are, each of them, and a place for the next. */
export function CriteriaSection({ document, answer, actions, context, bridge, issueId, templates }: CriteriaProps) {
  const { criteria, removed } = document;
  const id = useId();
  const hint = hintOf(criteria);
  return (
    <section className="section" aria-labelledby={id}>
      <div className="criteria-head">
        <h2 className="section-title" id={id}>Criteria</h2>
        {criteria.length > 0 && <Progress criteria={criteria} />}
      </div>
      {criteria.length === 0 && <p className="teaching">What must be true for this to be done? {answer.mayEdit ? '' : 'Nobody has written it down yet.'}</p>}
      {criteria.length > 0 && <CriteriaList criteria={criteria} mayEdit={answer.mayEdit} actions={actions} people={{ bridge, issueId, context }} />}
      {answer.mayEdit && <More criteria={criteria.length} actions={actions} templates={templatesFor(templates, answer.issue.type)} />}
      {hint !== null && <p className="hint">{hint}</p>}
      {removed.length > 0 && <RemovedList removed={removed} bridge={bridge} issueId={issueId} context={context} />}
    </section>
  );
}

interface MoreProps {
  criteria: number;
  actions: Actions;
  templates: readonly Template[];
}

function More({ criteria, actions, templates }: MoreProps) {
  const [open, setOpen] = useState(false);
  const { to, back } = useReturn(open);
  useKeys({ n: () => setOpen(true) });
  const close = (toButton: boolean) => {
    back(toButton);
    setOpen(false);
  };
  if (criteria >= MOST_CRITERIA) return <p className="hint">{MOST_CRITERIA} criteria are the most that fit on one issue. Part of this work may be an issue of its own.</p>;
  return (
    <div className="criteria-more">
      {open && <AddCriterion add={actions.add} close={close} />}
      {!open && (
        <Button ref={to} spacing="compact" appearance={criteria === 0 ? 'primary' : 'subtle'} onClick={() => setOpen(true)}>
          Add a criterion
        </Button>
      )}
      {templates.length > 0 && <Templates templates={templates} add={actions.add} />}
    </div>
  );
}
