import '../project/controls.css';
import '../project/budget/chart.css';
import './gadget.css';
import { lazy, Suspense, useEffect, useState } from 'react';
import type { HostBridge, HostContext } from '../host/bridge';
import { Notice } from '../shell/Notice';
import { Panel } from '../shell/Panel';
import { Bones } from '../project/Bones';
import { BudgetLines } from './BudgetLines';
import type { DashboardItem } from './item';

// Most people who look at a dashboard never choose its project.
const ProjectForm = lazy(() => import('./ProjectForm'));

interface GadgetProps {
  bridge: HostBridge;
  context: HostContext;
  /** Finds the place on the dashboard, once. */
  item: () => Promise<DashboardItem>;
}

type Place =
  | { readonly state: 'looking' | 'silent' }
  | { readonly state: 'found'; readonly item: DashboardItem; readonly project: string | null; readonly configuring: boolean };

/** The tech-debt budget of the project that somebody chose for this place on the dashboard. */
export function Gadget({ bridge, item: find }: GadgetProps) {
  const [place, move] = useState<Place>({ state: 'looking' });
  const [attempt, again] = useState(0);
  useEffect(() => follow(find, move), [attempt]);
  return (
    <Panel title="Tech-debt budget">
      {place.state === 'looking' && <Bones what="the budget" />}
      {place.state === 'silent' && <Silent again={() => again(attempt + 1)} />}
      {place.state === 'found' && <Found place={place} bridge={bridge} move={move} />}
    </Panel>
  );
}

/** Finds the item and what it was told, and hears when it is to be told anew. */
function follow(find: () => Promise<DashboardItem>, move: (next: (place: Place) => Place) => void): () => void {
  let stopped = false;
  let deaf = () => {};
  const look = async () => {
    const item = await find();
    const project = await item.chosen();
    if (stopped) return;
    move(() => ({ state: 'found', item, project, configuring: project === null }));
    deaf = item.onConfigure(() => move((it) => (it.state === 'found' ? { ...it, configuring: true } : it)));
  };
  move(() => ({ state: 'looking' }));
  look().catch((failure: unknown) => {
    console.error('the dashboard did not say what this gadget shows', failure);
    if (!stopped) move(() => ({ state: 'silent' }));
  });
  return () => {
    stopped = true;
    deaf();
  };
}

interface FoundProps {
  place: Place & { state: 'found' };
  bridge: HostBridge;
  move: (place: Place) => void;
}

function Found({ place, bridge, move }: FoundProps) {
  const { item, project, configuring } = place;
  useEffect(() => {
    if (project !== null) item.entitle(`Tech-debt budget: ${project}`);
  }, [item, project]);
  if (project !== null && !configuring) {
    return <BudgetLines bridge={bridge} projectKey={project} choose={() => move({ ...place, configuring: true })} />;
  }
  return (
    <Suspense fallback={<Bones what="the form" />}>
      <ProjectForm
        item={item}
        project={project}
        chosen={(key) => move({ ...place, project: key, configuring: false })}
        {...(project === null ? {} : { cancel: () => move({ ...place, configuring: false }) })}
      />
    </Suspense>
  );
}

function Silent({ again }: { again: () => void }) {
  return (
    <Notice kind="error" title="Jira did not say what this gadget shows" action={{ text: 'Try again', run: again }}>
      Which project was chosen for it is kept in the dashboard, and the dashboard does not answer. Nothing was changed.
    </Notice>
  );
}
