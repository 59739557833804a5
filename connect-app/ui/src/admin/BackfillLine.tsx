import { useState } from 'react';
import type { HostContext } from '../host/bridge';
import { Ago } from '../shell/Ago';
import type { Admin } from './admin';
import { type BackfillState, isUnderWay } from './backfill';
import { Do } from './Do';
import { DryRun } from './DryRun';
import type { MappedProject } from './overview';
import { ProgressLine } from './ProgressLine';
import { useAction } from './useAction';
import { backfillWords } from './wording';

interface BackfillLineProps {
  project: MappedProject;
  admin: Admin;
  context: HostContext;
  again: () => void;
}

/** How the project's full pass stands, and what may be done about it. */
export function BackfillLine({ project, admin, context, again }: BackfillLineProps) {
  const [previewing, setPreviewing] = useState(false);
  const key = project.projectKey;
  const start = useAction(() => admin.startBackfill(key), again);
  const cancel = useAction(() => admin.cancelBackfill(key), again);
  const underWay = isUnderWay(project.backfill);
  return (
    <>
      <Standing backfill={project.backfill} context={context} />
      {project.backfill.progress !== null && underWay && <ProgressLine progress={project.backfill.progress} project={key} />}
      <div className="row">
        {underWay
          ? <Do action={cancel} label={`Cancel the backfill of ${key}`}>Cancel</Do>
          : project.paused === null && <Do action={start} label={`Start backfill of ${key}`}>Start backfill</Do>}
        {project.paused === null && (
          <button type="button" className="plain" aria-expanded={previewing} onClick={() => setPreviewing(!previewing)}>
            {previewing ? 'Hide the preview' : 'Preview what it would do'}
            <span className="visually-hidden"> in {key}</span>
          </button>
        )}
      </div>
      {previewing && <DryRun project={key} admin={admin} />}
    </>
  );
}

function Standing({ backfill, context }: { backfill: BackfillState; context: HostContext }) {
  return (
    <p>
      {backfillWords(backfill)}{' '}
      {backfill.finishedAt !== null && <span className="quiet"><Ago then={backfill.finishedAt} context={context} /></span>}
    </p>
  );
}
