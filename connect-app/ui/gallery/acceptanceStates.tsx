import type { Page } from 'playwright-core';
import { AcceptancePanel } from '../src/acceptance/AcceptancePanel';
import { ApiError } from '../src/host/bridge';
import type { Fetch } from '../src/host/http';
import { acceptance, criterion, DONE, FIVE, hoursAgo, TEMPLATES } from '../test/acceptances';
import { ANSWER, documentBackend, served } from '../test/documents';
import type { PanelStates } from './panelStates';
import { rightToLeft } from './rightToLeft';

const project = { definitionOfDone: DONE, templates: TEMPLATES, slos: [] };
const twin = { key: 'CHK-12', url: 'http://localhost:8091/issue/CHK-12', agrees: true, since: hoursAgo(0.1), state: 'agrees', why: null };
const begun = { ...ANSWER.issue, started: true };
const yes = (by: string, hours: number) => ({ by, at: hoursAgo(hours) });
const long = 'x'.repeat(120);

const of = (document: unknown, answer: Record<string, unknown> = {}): Fetch => served(documentBackend(document, { project, ...answer }));

/** Reading works; saving does not. */
const savesWith = (failure: () => unknown, answer: Record<string, unknown> = {}): Fetch => {
  const backend = documentBackend(acceptance(), { project, ...answer });
  return served({ api: async (request) => { if (request.method === 'PUT') throw failure(); return backend.api(request); } });
};

/** Somebody else saves the same line just before me. */
function clashing(): Fetch {
  const backend = documentBackend(acceptance(), { project });
  return served({ api: async (request) => {
    const mine = request.method === 'PUT' && backend.etag === '"1"';
    if (mine) backend.meanwhile(acceptance({ story: { ...acceptance().story, soThat: 'I can pay at the end of the month' } }));
    return backend.api(request);
  } });
}

const changed = acceptance({
  criteria: [
    FIVE[0]!,
    criterion('c2', 'The invoice address is checked while it is typed', 'technical', { changed: { at: hoursAgo(3), by: 'ben', was: FIVE[1]!.text } }),
    criterion('c6', 'Invoices can be downloaded', 'business', { changed: { at: hoursAgo(2), by: 'ada', was: null } }),
  ],
  removed: [{ text: 'Orders above the credit limit are refused', at: hoursAgo(2), by: 'ben' }, { text: 'Works offline', at: hoursAgo(30), by: 'gone' }],
  criteriaChangedAt: hoursAgo(2),
  agreed: { product: yes('ada', 50), engineering: yes('ben', 1), design: null },
});

async function editSoThat(page: Page, state: string): Promise<void> {
  await page.getByRole('button', { name: /^So that/ }).click();
  await page.getByRole('textbox', { name: 'So that' }).fill('I need no card');
  await page.keyboard.press('Enter');
  await page.locator(`[data-state=${state}]`).waitFor();
}

const many = Array.from({ length: 500 }, (_, nr) =>
  criterion(`c${nr}`, `Criterion ${nr + 1}: what is said here is true`, (['technical', 'ux', 'business', null] as const)[nr % 4]!, { met: nr % 3 === 0 }));

export const ACCEPTANCE_STATES: PanelStates = {
  title: 'Acceptance criteria',
  panel: (bridge, context) => <AcceptancePanel bridge={bridge} context={context} />,
  states: {
    'acceptance-loading': () => new Promise(() => undefined),
    'acceptance-empty': of(null),
    'acceptance-five': of(acceptance(), { twin }),
    'acceptance-editing': of(acceptance()),
    'acceptance-adding': of(acceptance()),
    'acceptance-type-menu': of(acceptance()),
    'acceptance-templates': of(null),
    'acceptance-own-templates': of(null, { project: { definitionOfDone: [], templates: [], slos: [] } }),
    'acceptance-keys': of(acceptance()),
    'acceptance-agreed': of(acceptance({ agreed: { product: yes('ada', 2), engineering: yes('ben', 26), design: yes('gone', 50) } })),
    'acceptance-changed': of(changed, { issue: begun }),
    'acceptance-changed-open': of(changed, { issue: begun }),
    'acceptance-all-met': of(acceptance({ criteria: FIVE.map((it) => ({ ...it, met: true, type: it.type ?? 'business' })) })),
    'acceptance-viewer': of(changed, { mayEdit: false, issue: begun, twin }),
    'acceptance-viewer-empty': of(null, { mayEdit: false }),
    'acceptance-offline': savesWith(() => new TypeError('Failed to fetch')),
    'acceptance-save-fails': savesWith(() => new ApiError(503, {})),
    'acceptance-expired-typing': savesWith(() => new ApiError(401, {})),
    'acceptance-forbidden': savesWith(() => new ApiError(403, {})),
    'acceptance-too-long': savesWith(() => new ApiError(413, { detail: 'All of it together is 1,204 characters too long for Jira. Shorten or remove something.' })),
    'acceptance-clash': clashing(),
    'acceptance-unreadable': of(null, { unreadable: 'It is of version 7, and this Tandem knows version 1.' }),
    'acceptance-unreachable': () => Promise.reject(new TypeError('Failed to fetch')),
    'acceptance-expired': async () => Response.json({}, { status: 401 }),
    'acceptance-refused': async () => Response.json({}, { status: 403 }),
    'acceptance-strange': of({ v: 7 }),
    'acceptance-long-words': of(acceptance({
      story: { asA: long, iWant: 'קונפליקט '.repeat(20), soThat: '<img src=x onerror=alert(1)>' },
      criteria: [criterion('c1', long.repeat(8), 'ux'), criterion('c2', 'קונפליקט '.repeat(30), 'technical', { met: true }), criterion('c3', '<script>alert(1)</script>')],
      agreed: { product: yes('gone', 2), engineering: null, design: null },
    }), { twin: { ...twin, state: 'conflict', why: long }, project: { ...project, definitionOfDone: [long] } }),
    'acceptance-rtl': of({ ...changed, agreed: { product: yes('ada', 2), engineering: null, design: null } }, { issue: begun, twin }),
    'acceptance-500': of(acceptance({ criteria: many })),
  },
  acts: {
    'acceptance-editing': async (page) => {
      await page.getByRole('button', { name: /^Criterion: Support/ }).click();
      await page.getByRole('textbox', { name: 'Criterion' }).waitFor();
    },
    'acceptance-adding': async (page) => {
      await page.getByRole('button', { name: 'Add a criterion' }).click();
      await page.getByRole('textbox', { name: 'New criterion' }).waitFor();
    },
    'acceptance-type-menu': async (page) => {
      await page.getByRole('button', { name: /^Type: none/ }).click();
      await page.getByRole('option', { name: 'Technical' }).waitFor();
    },
    'acceptance-templates': (page) => page.getByRole('button', { name: 'Use a template' }).click(),
    'acceptance-own-templates': async (page) => {
      for (const name of ['Use a template', 'Something people use (5)', 'Use a template']) await page.getByRole('button', { name }).click();
    },
    'acceptance-keys': (page) => page.getByRole('button', { name: /^Keyboard shortcuts/ }).click(),
    'acceptance-changed-open': async (page) => {
      for (const name of ['Changed after work began', '2 criteria were removed after work began']) await page.getByRole('button', { name }).click();
      await page.getByText('Ben Ito, 3 hours ago').waitFor();
    },
    'acceptance-rtl': async (page) => {
      await rightToLeft(page);
      await page.getByRole('button', { name: 'Changed after work began' }).click();
      await page.getByRole('button', { name: 'Add a criterion' }).click();
      await page.getByRole('textbox', { name: 'New criterion' }).waitFor();
    },
    'acceptance-offline': (page) => editSoThat(page, 'offline'),
    'acceptance-save-fails': (page) => editSoThat(page, 'failed'),
    'acceptance-expired-typing': (page) => editSoThat(page, 'expired'),
    'acceptance-forbidden': (page) => editSoThat(page, 'refused'),
    'acceptance-too-long': (page) => editSoThat(page, 'refused'),
    'acceptance-clash': (page) => editSoThat(page, 'conflict'),
  },
  settled: { 'acceptance-loading': '[aria-busy=true]' },
};
