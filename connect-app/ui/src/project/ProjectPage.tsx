import './controls.css';
import './budget/chart.css';
import './project.css';
import Tabs, { Tab, TabList, TabPanel } from '@atlaskit/tabs';
import { type ComponentType, lazy, Suspense, useEffect, useRef, useState } from 'react';
import type { HostBridge, HostContext } from '../host/bridge';
import { Notice } from '../shell/Notice';
import { Bones } from './Bones';
import { BudgetTab } from './budget/BudgetTab';
import { Kept } from './Kept';

/** What every tab is given. */
export interface TabProps {
  readonly bridge: HostBridge;
  readonly context: HostContext;
  readonly projectKey: string;
  /** It is the open tab. One that was open before stays as it was, out of sight. */
  readonly shown: boolean;
}

interface TabOfPage {
  readonly name: string;
  /** In the middle of a sentence. */
  readonly what: string;
  readonly Content: ComponentType<TabProps>;
}

// The first tab is in the page itself; the others come when they are first opened.
const TABS: readonly TabOfPage[] = [
  { name: 'Budget', what: 'the budget', Content: BudgetTab },
  { name: 'Decisions', what: 'the decision log', Content: lazy(() => import('./decisions/DecisionsTab')) },
  { name: 'Impact/effort', what: 'the impact and effort of the backlog', Content: lazy(() => import('./matrix/MatrixTab')) },
  { name: 'Early warnings', what: 'the early warnings', Content: lazy(() => import('./warnings/WarningsTab')) },
  { name: 'Settings', what: 'the settings', Content: lazy(() => import('./settings/SettingsTab')) },
];

interface ProjectPageProps {
  bridge: HostBridge;
  context: HostContext;
  /** The name of the tab that is open at first. */
  open?: string;
}

/** The project's page: what its effort goes to, what was decided, what needs a talk. */
export function ProjectPage({ bridge, context, open = 'Budget' }: ProjectPageProps) {
  return (
    <div className="panel project">
      <h1 className="project-title">Tandem</h1>
      {context.projectKey === undefined
        ? <Homeless />
        : <TabsOf bridge={bridge} context={context} projectKey={context.projectKey} open={open} />}
    </div>
  );
}

function TabsOf({ open, ...props }: Omit<TabProps, 'shown'> & { open: string }) {
  const [selected, select] = useState(() => Math.max(0, TABS.findIndex(({ name }) => name === open)));
  const tabs = useRef<HTMLDivElement>(null);
  // On a phone the row of tabs is wider than the page.
  useEffect(() => {
    tabs.current?.querySelector('[role=tab][aria-selected=true]')?.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
  }, [selected]);
  return (
    <div className="project-tabs" ref={tabs}>
      <Tabs id="tandem" selected={selected} onChange={(index) => select(index)}>
        <TabList>{TABS.map(({ name }) => <Tab key={name}>{name}</Tab>)}</TabList>
        {TABS.map(({ name, what, Content }, index) => (
          <TabPanel key={name}>
            <div className="project-tab">
              <Kept what={what}>
                <Suspense fallback={<Bones what={what} />}><Content {...props} shown={index === selected} /></Suspense>
              </Kept>
            </div>
          </TabPanel>
        ))}
      </Tabs>
    </div>
  );
}

function Homeless() {
  return (
    <Notice kind="error" title="There is no project here">
      This page belongs into a project, and Jira did not say which one it stands in. Reload the page.
    </Notice>
  );
}
