import './admin.css';
import { useMemo } from 'react';
import type { HostBridge, HostContext } from '../host/bridge';
import { Announcer } from '../shell/Announcer';
import { Notice } from '../shell/Notice';
import { Panel } from '../shell/Panel';
import { Admin } from './admin';
import { ConflictList } from './ConflictList';
import { DisputeList } from './DisputeList';
import { HealthSection } from './HealthSection';
import { HoldList } from './HoldList';
import type { Overview } from './overview';
import { ProjectList } from './ProjectList';
import { QuarantineList } from './QuarantineList';
import { type Trouble, useOverview } from './useOverview';
import { inOneBreath, TROUBLE } from './wording';

/** What a Jira admin sees and steers: health, projects and their backfills, conflicts, what was set aside. */
export function AdminPage({ bridge, context }: { bridge: HostBridge; context: HostContext }) {
  const admin = useMemo(() => new Admin(bridge), [bridge]);
  const { known, trouble, again } = useOverview(admin);
  return (
    <Panel title="Tandem">
      {trouble !== null && <InTrouble trouble={trouble} stale={known !== null} again={again} />}
      {known !== null && <Sections known={known} admin={admin} context={context} again={again} />}
      {known === null && trouble === null && <Skeleton />}
      <Announcer news={known === null ? null : inOneBreath(known)} />
    </Panel>
  );
}

interface SectionsProps {
  known: Overview;
  admin: Admin;
  context: HostContext;
  again: () => void;
}

function Sections({ known, admin, context, again }: SectionsProps) {
  return (
    <div className="sections">
      <HealthSection known={known} admin={admin} context={context} />
      <ProjectList projects={known.mappings} admin={admin} context={context} again={again} />
      <HoldList holds={known.holds} admin={admin} again={again} />
      <ConflictList conflicts={known.conflicts} admin={admin} context={context} again={again} />
      <DisputeList disputes={known.disputes} admin={admin} again={again} />
      <QuarantineList pairs={known.quarantine} admin={admin} again={again} />
      {known.more && <p className="quiet">There are more than are shown here; the rest follows as these are settled.</p>}
    </div>
  );
}

function InTrouble({ trouble, stale, again }: { trouble: Trouble; stale: boolean; again: () => void }) {
  const { title, meaning, canRetry } = TROUBLE[trouble];
  return (
    <div className="trouble">
      <Notice kind={stale ? 'warning' : 'error'} title={title} {...(canRetry ? { action: { text: 'Try again', run: again } } : {})}>
        {meaning}
      </Notice>
    </div>
  );
}

function Skeleton() {
  return (
    <section aria-busy="true" aria-label="Loading">
      {[0, 1, 2].map((it) => <div className="admin-bone" key={it} />)}
    </section>
  );
}
