import type { Page } from 'playwright-core';
import { Gadget } from '../src/gadget/Gadget';
import type { DashboardItem } from '../src/gadget/item';
import { localItem } from '../src/gadget/localItem';
import { ApiError } from '../src/host/bridge';
import type { Fetch } from '../src/host/http';
import { ProjectPage } from '../src/project/ProjectPage';
import { served } from '../test/documents';
import { decision, emptyReport, log, longBacklog, longLog, matrix, projectBackend, report, settings, warnings } from '../test/project';
import type { PanelStates } from './panelStates';
import { rightToLeft } from './rightToLeft';

const backend = (answers: Record<string, unknown> = {}): Fetch => served(projectBackend(answers));
const silence: Fetch = () => new Promise(() => undefined);
const noNetwork: Fetch = () => Promise.reject(new TypeError('Failed to fetch'));
const budget = (answer: unknown): Fetch => backend({ '/api/project/SHOP/budget': answer });
const decisions = (answer: unknown): Fetch => backend({ '/api/project/SHOP/decisions': answer });
const backlog = (answer: unknown): Fetch => backend({ '/api/project/SHOP/matrix': answer });
const warned = (answer: unknown): Fetch => backend({ '/api/project/SHOP/warnings': answer });
const set = (answer: unknown): Fetch => backend({ '/api/project/SHOP/settings': answer });

const half = [1, 2, 3].flatMap(() => report.periods)
  .map((it, index, all) => ({ ...it, name: `2026-W${24 + index}`, current: index === all.length - 1 }));
const long = 'x'.repeat(120);
const hebrew = 'קונפליקט '.repeat(20);
const third = { name: 'a'.repeat(64), label: `budget:${'a'.repeat(64)}`, target: 5 };

const BUDGET: Record<string, Fetch> = {
  'project-loading': silence,
  'project-budget': budget(report),
  'project-budget-numbers': budget(report),
  'project-budget-half-year': budget({ ...report, measure: 'estimate', periods: half, complete: false }),
  'project-budget-empty': budget(emptyReport),
  'project-budget-none': budget({ ...emptyReport, budgets: [] }),
  'project-refused': budget(new ApiError(403, {})),
  'project-expired': budget(new ApiError(401, {})),
  'project-unreachable': noNetwork,
  'project-unreadable': budget({ ...report, by: 'moon' }),
  'project-budget-long-words': budget({
    ...report, budgets: [...report.budgets, third], by: 'sprint',
    periods: report.periods.map((it, index) => ({ ...it, name: `Sprint ${index} ${long}` })),
    verdict: [...report.verdict, { budget: third.name, share: 0, target: 5, state: 'under', words: `${hebrew}${long}`, borrowed: 3.25 }],
  }),
  'project-budget-rtl': budget(report),
};

const DECISIONS: Record<string, Fetch> = {
  'project-decisions': decisions(log),
  'project-decisions-chain': decisions(log),
  'project-decisions-none-found': decisions(log),
  'project-decisions-import': decisions(log),
  'project-decisions-rtl': decisions(log),
  'project-decisions-empty': decisions({ ...log, decisions: [] }),
  'project-decisions-read-only': decisions({ ...log, mayEdit: false }),
  'project-decisions-200': decisions({ ...longLog(200), complete: false }),
  'project-decisions-long-words': decisions({
    decisions: [
      decision('long', { title: long.repeat(80), decidedBy: [long, hebrew], status: 'entangled', space: null, dissent: 1_234, overdue: true }),
      decision('hebrew', { title: hebrew, issue: { id: '1', key: `P${long}-1`, summary: hebrew.repeat(3) } }),
    ],
  }),
};

const MATRIX: Record<string, Fetch> = {
  'project-matrix': backlog(matrix),
  'project-matrix-held': backlog(matrix),
  'project-matrix-rtl': backlog(matrix),
  'project-matrix-5000': backlog({ mayEdit: true, issues: longBacklog(5_000), complete: false, why: 'The project has more issues than the newest 10,000 that are looked at.' }),
  'project-matrix-empty': backlog({ ...matrix, issues: [] }),
  'project-matrix-read-only': backlog({ ...matrix, mayEdit: false }),
};

const WARNINGS: Record<string, Fetch> = {
  'project-warnings': warned(warnings),
  'project-warnings-none': warned({ warnings: [] }),
  'project-warnings-long-words': warned({ warnings: warnings.warnings.map((it) => ({ ...it, words: `${hebrew}${long}` })) }),
};

const SETTINGS: Record<string, Fetch> = {
  'project-settings': set({ mayEdit: true, settings }),
  'project-settings-empty': set({ mayEdit: true, settings: { v: 1 } }),
  'project-settings-read-only': set({ mayEdit: false, settings }),
  'project-settings-unreadable': set({ mayEdit: true, settings: null, unreadable: 'The property is of version 7.' }),
};

const TABS: readonly (readonly [string, Record<string, Fetch>])[] = [
  ['Budget', BUDGET], ['Decisions', DECISIONS], ['Impact/effort', MATRIX],
  ['Early warnings', WARNINGS], ['Settings', SETTINGS],
];

const GADGET: Record<string, Fetch> = {
  'gadget-budget': budget(report),
  'gadget-rtl': budget(report),
  'gadget-choose': budget(report),
  'gadget-look': budget(report),
  'gadget-loading': silence,
  'gadget-empty': budget(emptyReport),
  'gadget-refused': budget(new ApiError(403, {})),
  'gadget-unreachable': noNetwork,
};

const DRAWN = '[aria-busy=false], .notice, .gadget-form, .gadget-none';
const settledBy = (states: Record<string, Fetch>): Record<string, string> =>
  Object.fromEntries(Object.keys(states).map((name) => [name, name.endsWith('loading') ? '[aria-busy=true]' : DRAWN]));

const takeUp = (page: Page) => page.getByRole('button', { name: 'Rate SHOP-13' }).click();
const unfold = (page: Page) => page.locator('summary').evaluateAll((all) => all.forEach((it) => (it as HTMLElement).click()));

const ACTS = {
  'project-budget-rtl': rightToLeft,
  'project-decisions-rtl': rightToLeft,
  'project-budget-numbers': unfold,
  'project-decisions-chain': unfold,
  'project-decisions-none-found': (page: Page) => page.getByRole('searchbox').fill('nothing of the kind'),
  'project-matrix-held': takeUp,
  'project-matrix-rtl': async (page: Page) => {
    await rightToLeft(page);
    await takeUp(page);
  },
  'project-decisions-import': (page: Page) => page.getByRole('button', { name: 'Import Markdown' }).click(),
};

/** The project page, a tab at a time. */
export const PROJECT_STATES: readonly PanelStates[] = TABS.map(([tab, states]) => ({
  title: `Project page: ${tab}`,
  panel: (bridge, context) => <ProjectPage bridge={bridge} context={{ ...context, projectKey: 'SHOP' }} open={tab} />,
  states,
  settled: settledBy(states),
  acts: ACTS,
}));

const state = (): string => window.location.search;

/** What its dashboard told the gadget: a project, but for the states in which nobody chose one yet. */
const told = (): DashboardItem => ({
  ...localItem(new URLSearchParams(/gadget-(choose|look)/.test(state()) ? {} : { project: 'SHOP' })),
  editable: async () => !state().includes('gadget-look'),
});

export const GADGET_STATES: PanelStates = {
  title: 'Dashboard gadget',
  panel: (bridge, context) => {
    document.getElementById('panel')!.dataset['moduleKey'] = 'tandem-gadget';
    return <Gadget bridge={bridge} context={context} item={async () => told()} />;
  },
  states: GADGET,
  settled: settledBy(GADGET),
  acts: { 'gadget-rtl': rightToLeft },
};
