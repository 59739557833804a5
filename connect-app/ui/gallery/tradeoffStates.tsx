import type { Page } from 'playwright-core';
import { ApiError } from '../src/host/bridge';
import type { Fetch } from '../src/host/http';
import { TradeoffPanel } from '../src/tradeoff/TradeoffPanel';
import { backend, choice, decided, type Stored } from '../test/tradeoffs';
import type { PanelStates } from './panelStates';
import { rightToLeft } from './rightToLeft';

/** A backend of the tests, behind the fetch of a page of our own; `before` happens ahead of each write. */
const served = (begin: Partial<Stored> = {}, before: (stored: Stored) => void = () => undefined): Fetch => {
  const { api, stored } = backend(begin);
  return async (path, { method, body, headers }) => {
    try {
      if (method !== 'GET') before(stored);
      const ifMatch = (headers as Record<string, string>)['If-Match'];
      const answer = await api({
        method: method as 'GET', path, ...(typeof body === 'string' ? { body: JSON.parse(body) } : {}), ...(ifMatch === undefined ? {} : { ifMatch }),
      });
      return Response.json(answer.body, { status: answer.status, ...(answer.etag === undefined ? {} : { headers: { ETag: answer.etag } }) });
    } catch (failure) {
      if (failure instanceof ApiError) return Response.json(failure.body, { status: failure.status });
      throw failure;
    }
  };
};

const chosen = { ...choice, chosen: { option: 'o1', because: 'It is there, and we know how to run it.', decision: 'use-postgresql', by: 'ada', at: '2026-11-20T10:00:00Z' } };

const like = decided('use-like', {
  title: 'Search with LIKE', status: 'superseded', statusText: 'superseded', supersededBy: 'use-postgresql', decidedOn: '2026-03-02', decidedBy: ['Bo Lund'],
});
const postgresql = decided('use-postgresql', {
  title: 'Use PostgreSQL', supersedes: 'use-like', decidedBy: ['Ada Obi', 'Bo Lund'], decidedOn: '2026-11-20', reviewOn: '2026-11-21',
  context: 'This is about SHOP-1: Search answers within a second.\n\nRisks raised:\n\n- Architectural complexity: The index has to follow every price change',
  options: '- Use PostgreSQL (chosen)\n  - Gain: One thing less to run\n  - Cost: Two weeks\n- Add OpenSearch\n  - Gain: Good ranking, suggestions',
  decision: 'We choose “Use PostgreSQL”, because it is there, and we know how to run it.', skipped: '- How bad: high',
  dissent: [{ who: 'Chidi Anagonye', because: 'Ranking decides whether people buy. Measure it first.' }], more: ['Confirmation'],
});
const proposed = decided('suggestions', { title: 'Suggest while one types', status: 'proposed', statusText: 'proposed', space: 'problem', context: 'Half of the searches are misspelt.' });
const log = [like, postgresql, proposed];
const odd = decided('odd', { title: '', status: null, statusText: '', space: null, unreadable: 'It was written by another version of Tandem than this one.' });
const unsaid = decided('partly', { title: 'Keep the old index for a while', status: null, statusText: 'Partly superseded', space: 'outcome' });

const long = 'Donaudampfschifffahrtsgesellschaftskapitän'.repeat(6);
const rtl = 'החיפוש איטי מאוד כשהחנות מלאה ואי אפשר למצוא מוצר לפי שמו. ';
const longWords: Partial<Stored> = {
  document: {
    v: 1,
    skip: { capability: long, when: rtl, severity: 'critical' },
    options: [{ id: 'o1', title: long, gain: rtl.repeat(4), cost: long, risk: '<img src=x onerror=alert(1)>' }, { id: 'o2', title: rtl, gain: '', cost: '', risk: long }],
    chosen: { option: 'o1', because: long, decision: null, by: 'ada', at: '2026-11-20T10:00:00Z' },
    risks: [{ id: 'r1', kind: 'dependency', text: long, settled: false, by: 'ada', at: '2026-11-20T10:00:00Z' }, { id: 'r2', kind: 'timeline', text: rtl, settled: true, by: null, at: null }],
  },
  decisions: [decided('long', { title: 'x'.repeat(10_000), status: null, statusText: long, dissent: [{ who: long, because: rtl }] }), decided('rtl', { title: rtl, reviewOn: '2026-01-01' })],
};

const failing = (status: number): Fetch => async () => Response.json({ status }, { status });

const decidedIssue = (): Fetch => served({ document: chosen, decisions: [...log, unsaid, odd] });

/** Somebody else saves the proposed decision whenever we do. */
const overtaken = (stored: Stored): void => {
  stored.decisions = stored.decisions.map((it) =>
    (it.id === proposed.id ? { ...it, etag: '"theirs"', context: 'A third of the searches are misspelt, and we lose these.' } : it));
};

const refusing = (status: number) => (): never => {
  throw new ApiError(status, { status });
};

const STATES: Record<string, Fetch> = {
  'tradeoff-loading': () => new Promise(() => undefined),
  'tradeoff-empty': served(),
  'tradeoff-open': served({ document: choice }),
  'tradeoff-decided': decidedIssue(),
  'tradeoff-viewer': served({ document: chosen, decisions: log, mayEdit: false }),
  'tradeoff-viewer-empty': served({ mayEdit: false }),
  'tradeoff-unreadable': served({ unreadable: 'It is not a JSON object.', decisions: log }),
  'tradeoff-unreachable': () => Promise.reject(new TypeError('Failed to fetch')),
  'tradeoff-expired': failing(401),
  'tradeoff-refused': failing(403),
  'tradeoff-unconnected': served({ document: choice, mapping: null, twin: null, budget: null }),
  'tradeoff-no-budget': served({ document: choice, budget: null, twin: null }),
  'tradeoff-long-words': served(longWords),
  'tradeoff-many': served({ document: choice, decisions: Array.from({ length: 200 }, (_, at) => decided(`d-${at}`, { title: `Decision number ${at}` })) }),
  'tradeoff-adding-option': served(),
  'tradeoff-adding-risk': served({ document: choice }),
  'tradeoff-editing-cell': served({ document: choice }),
  'tradeoff-picking': served({ document: choice }),
  'tradeoff-picking-budget': served({ document: choice }),
  'tradeoff-choosing': served({ document: choice }),
  'tradeoff-decision-open': decidedIssue(),
  'tradeoff-decision-unreadable': decidedIssue(),
  'tradeoff-decision-new': served(),
  'tradeoff-decision-edit': decidedIssue(),
  'tradeoff-dissent': decidedIssue(),
  'tradeoff-supersede': decidedIssue(),
  'tradeoff-deleting': decidedIssue(),
  'tradeoff-accepting': decidedIssue(),
  'tradeoff-long-words-open': served(longWords),
  'tradeoff-rtl': decidedIssue(),
  'tradeoff-decision-clash': served({ document: chosen, decisions: log }, overtaken),
  'tradeoff-decision-expired': served({ document: chosen, decisions: log }, refusing(401)),
  'tradeoff-unsaved': served({ document: choice }, refusing(503)),
};

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();

/** Presses one after the other, then waits for what has to be there. */
const doing = (presses: readonly (string | RegExp)[], there: string) => async (page: Page): Promise<void> => {
  for (const name of presses) await press(page, name);
  await page.locator(there).first().waitFor();
};

/** Edits the context of the proposed decision and saves it. */
const writing = (there: string) => async (page: Page): Promise<void> => {
  await doing([/^Suggest/, /^Edit: Suggest/], '.form textarea')(page);
  await page.getByRole('textbox', { name: 'Context' }).fill('Every second search is misspelt.');
  await doing(['Save'], there)(page);
};

const OPEN = /^Use PostgreSQL$/;

export const TRADEOFF_STATES: PanelStates = {
  title: 'Tradeoffs',
  panel: (bridge, context) => <TradeoffPanel bridge={bridge} context={context} />,
  states: STATES,
  settled: {
    ...Object.fromEntries(Object.keys(STATES).map((state) => [state, '#panel:has(.section):not(:has([aria-busy=true]))'])),
    'tradeoff-loading': '[aria-busy=true]', 'tradeoff-unreachable': '.notice', 'tradeoff-expired': '.notice', 'tradeoff-refused': '.notice',
  },
  acts: {
    'tradeoff-adding-option': doing(['Add an option'], '.add-line input'),
    'tradeoff-adding-risk': doing(['Raise a risk'], '.add-line input'),
    'tradeoff-editing-cell': doing([/^Gain of Use/], 'td textarea'),
    'tradeoff-picking': doing([/^How bad/], '[role=option]'),
    'tradeoff-picking-budget': doing([/^Budget/], '[role=option]'),
    'tradeoff-choosing': doing(['Choose Use PostgreSQL', 'Choose and record'], '.form .failed'),
    'tradeoff-decision-open': doing([OPEN], '.decision-text'),
    'tradeoff-decision-unreadable': doing([/^odd$/], '.decision-body .notice'),
    'tradeoff-decision-new': doing(['Write a decision'], '.form textarea'),
    'tradeoff-decision-edit': doing([OPEN, 'Edit: Use PostgreSQL'], '.form textarea'),
    'tradeoff-rtl': async (page) => {
      await rightToLeft(page);
      await doing([OPEN, 'Raise a risk'], '.add-line input')(page);
    },
    'tradeoff-dissent': doing([OPEN, 'Add dissent: Use PostgreSQL'], '.form textarea'),
    'tradeoff-supersede': doing([OPEN, 'Supersede with a new decision: Use PostgreSQL'], '.form textarea'),
    'tradeoff-deleting': doing([OPEN, 'Delete: Use PostgreSQL'], '.question'),
    'tradeoff-accepting': doing([/^Suggest/, /^Accept: Suggest/], '.form fieldset'),
    'tradeoff-decision-clash': writing('.clash'),
    'tradeoff-decision-expired': writing('.form > .failed'),
    'tradeoff-unsaved': async (page) => {
      await doing([/^When we lose it/], '.skip input')(page);
      // Another text each time: what was not saved is there again when the page is.
      await page.locator('.skip input').fill(`From ${new Date().toISOString()} on`);
      await page.keyboard.press('Enter');
      await page.locator('[data-state=failed]').waitFor();
    },
    'tradeoff-long-words-open': doing([/^x+$/], '.decision-text'),
  },
};
