import type { Page } from 'playwright-core';
import type { Fetch } from '../src/host/http';
import { EMPTY, type Impact } from '../src/impact/impact';
import { ImpactPanel } from '../src/impact/ImpactPanel';
import { served } from '../test/documents';
import { daysAgo, FULL, impactBackend } from '../test/impacts';
import type { PanelStates } from './panelStates';
import { rightToLeft } from './rightToLeft';

const of = (document: unknown, answer: Record<string, unknown> = {}, neighbours?: readonly unknown[] | null): Fetch =>
  served(impactBackend(document, answer, neighbours));

const NO_SLOS = { project: { definitionOfDone: [], templates: [], slos: [] } };
const word = 'x'.repeat(120);
const twin = { key: 'CHK-12', url: 'http://localhost:8091/issue/CHK-12', agrees: true, since: daysAgo(1), state: 'agrees', why: null };
const crowd = Array.from({ length: 50 }, (_, n) => ({
  id: String(100 + n), key: `SHOP-${100 + n}`, summary: `Issue ${n}`, impact: 1 + (n * 7) % 5, effort: 1 + (n * 3) % 4,
}));

/** Reads well; each save fails so. */
function savesWith(failure: () => Error): Fetch {
  const backend = impactBackend(FULL);
  const { api } = backend;
  return served({ api: async (request) => {
    if (request.method === 'PUT') throw failure();
    return api(request);
  } });
}

/** Somebody else saves right before the first save. */
function clashing(theirs: Impact): Fetch {
  const backend = impactBackend(FULL);
  const { api } = backend;
  let first = true;
  return served({ api: async (request) => {
    if (request.method === 'PUT' && first) {
      first = false;
      backend.meanwhile(theirs);
    }
    return api(request);
  } });
}

const openAll = async (page: Page): Promise<void> => {
  for (const name of ['SLO at risk', 'Feasibility', 'People']) {
    const closed = page.getByRole('button', { name, exact: true, expanded: false });
    if (await closed.count() > 0) await closed.click();
  }
};

async function checkIn(page: Page, state: string): Promise<void> {
  await openAll(page);
  await page.getByRole('radio', { name: 'Fine' }).check();
  await page.locator(`[data-state=${state}]`).waitFor();
}

export const IMPACT_STATES: PanelStates = {
  title: 'Business impact',
  panel: (bridge, context) => <ImpactPanel bridge={bridge} context={context} />,
  states: {
    'impact-loading': () => new Promise(() => undefined),
    'impact-empty': of(null, NO_SLOS, []),
    'impact-empty-open': of(null, NO_SLOS, []),
    'impact-full': of(FULL),
    'impact-full-open': of(FULL, { twin }),
    'impact-viewer': of(FULL, { mayEdit: false }),
    'impact-viewer-empty': of(null, { mayEdit: false }),
    'impact-hints': of({
      ...EMPTY, metric: { ...EMPTY.metric, name: 'Latency', target: '200 ms' },
      why: { cause: '', user: 'the cache misses', business: 'orders are lost' },
      feasibility: { answer: 'no', because: '', by: 'ben', at: daysAgo(30) },
      slo: { name: 'Retired objective', objective: 99.5, current: 99.8, left: null },
      roles: { ...EMPTY.roles, responsible: ['gone'] },
    }),
    'impact-spent': of({
      ...FULL, slo: { ...FULL.slo, current: 99.7, left: -200 }, metric: { ...FULL.metric, due: '2026-01-31' },
      roles: { ...FULL.roles, accountable: 'gone' }, rating: { impact: 2, effort: 5 },
    }),
    'impact-crowded': of({ ...FULL, rating: { impact: 3, effort: 3 } }, {}, crowd),
    'impact-neighbours': of(FULL),
    'impact-table': of(FULL),
    'impact-rtl': of(FULL, { twin }),
    'impact-alone': of(FULL, {}, null),
    'impact-unrated': of({ ...FULL, rating: { impact: null, effort: null } }),
    'impact-editing': of(FULL),
    'impact-people-menu': of(FULL),
    'impact-offline': savesWith(() => new TypeError('Failed to fetch')),
    'impact-clash': clashing({ ...FULL, feasibility: { ...FULL.feasibility!, answer: 'no', by: 'ada', at: daysAgo(0) } }),
    'impact-unreadable': of(null, { unreadable: 'It is of version 7, and this Tandem knows version 1.' }),
    'impact-strange': of({ v: 7 }),
    'impact-refused': async () => Response.json({}, { status: 403 }),
    'impact-unreachable': () => Promise.reject(new TypeError('Failed to fetch')),
    'impact-long-words': of({
      ...FULL, problem: word, why: { cause: word, user: 'קונפליקט '.repeat(30), business: '<img src=x onerror=alert(1)>' },
      metric: { name: word, baseline: word, target: word, due: '2026-12-31' }, slo: { ...FULL.slo, name: word },
    }, {}, [{ id: '2', key: `P${word}-1`, summary: word, impact: 4, effort: 2 }]),
  },
  acts: {
    'impact-empty-open': openAll,
    'impact-full-open': openAll,
    'impact-viewer': openAll,
    'impact-rtl': async (page) => {
      await rightToLeft(page);
      await openAll(page);
    },
    'impact-hints': openAll,
    'impact-spent': openAll,
    'impact-long-words': openAll,
    'impact-neighbours': (page) => page.getByRole('button', { name: /2 issues/ }).click(),
    'impact-table': (page) => page.getByText('Show as a table').click(),
    'impact-alone': (page) => page.getByText(/could not be loaded/).waitFor(),
    'impact-editing': async (page) => {
      await page.getByRole('button', { name: /^User problem/ }).click();
      await page.getByRole('textbox', { name: 'User problem' }).waitFor();
    },
    'impact-people-menu': async (page) => {
      await openAll(page);
      await page.getByRole('button', { name: /^Accountable/ }).click();
      await page.getByRole('option', { name: 'Ben Ito' }).waitFor();
    },
    'impact-offline': (page) => checkIn(page, 'offline'),
    'impact-clash': (page) => checkIn(page, 'conflict'),
  },
  settled: { 'impact-loading': '[aria-busy=true]' },
};
