import '../project/controls.css';
import '../project/budget/chart.css';
import './gadget.css';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
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

/** What is known of the place once the dashboard has answered. */
interface Known {
  readonly state: 'found';
  readonly item: DashboardItem;
  readonly editable: boolean;
  readonly project: string | null;
  readonly configuring: boolean;
  /** How often the person asked for the form. */
  readonly asked: number;
}

type Place = { readonly state: 'looking' | 'silent' } | Known;

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
    const [project, editable] = await Promise.all([item.chosen(), item.editable()]);
    if (stopped) return;
    move(() => ({ state: 'found', item, editable, project, configuring: project === null, asked: 0 }));
    deaf = item.onConfigure(() => move((it) => (it.state === 'found' ? opened(it) : it)));
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

const opened = (place: Known): Known => ({ ...place, configuring: true, asked: place.asked + 1 });

interface FoundProps {
  place: Known;
  bridge: HostBridge;
  move: (place: Place) => void;
}

function Found({ place, bridge, move }: FoundProps) {
  const { item, project, configuring, editable } = place;
  useEffect(() => {
    if (project !== null) item.entitle(`Tech-debt budget: ${project}`);
  }, [item, project]);
  if (project !== null && !configuring) {
    return <Shown bridge={bridge} projectKey={project} place={place} choose={() => move(opened(place))} />;
  }
  return editable ? <Choice place={place} move={move} /> : <NotChosen />;
}

/** What left the form takes the focus from it: a person with a keyboard goes on from here. */
function Shown({ place, choose, ...lines }: { bridge: HostBridge; projectKey: string; place: Known; choose: () => void }) {
  const here = useRef<HTMLDivElement>(null);
  useEffect(() => { if (place.asked > 0) here.current?.focus(); }, [place]);
  return (
    <div className="gadget-shown" ref={here} tabIndex={-1}>
      <BudgetLines {...lines} {...(place.editable ? { choose } : {})} />
    </div>
  );
}

function Choice({ place, move }: Pick<FoundProps, 'place' | 'move'>) {
  const { item, project, asked } = place;
  const left = { ...place, configuring: false, asked: asked + 1 };
  return (
    <Suspense fallback={<Bones what="the form" />}>
      <ProjectForm
        item={item}
        project={project}
        asked={asked}
        chosen={(key) => move({ ...left, project: key })}
        {...(project === null ? {} : { cancel: () => move(left) })}
      />
    </Suspense>
  );
}

function NotChosen() {
  return <p className="gadget-none">No project was chosen for this gadget yet. People who may edit this dashboard can choose one.</p>;
}

function Silent({ again }: { again: () => void }) {
  return (
    <Notice kind="error" title="Jira did not say what this gadget shows" action={{ text: 'Try again', run: again }}>
      Which project was chosen for it is kept in the dashboard, and the dashboard does not answer. Nothing was changed.
    </Notice>
  );
}
