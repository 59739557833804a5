import { AdminPage } from '../src/admin/AdminPage';
import type { Fetch } from '../src/host/http';
import { backend, conflict, dispute, forecast, hold, progress, setAside } from '../test/admin';
import { ApiError } from '../src/host/bridge';
import type { PanelStates } from './panelStates';

const json = (status: number, body: unknown): Response => Response.json(body ?? {}, { status });

/** A backend of the tests, behind the fetch of a page of our own. */
const served = (answers: Record<string, unknown> = {}): Fetch => {
  const { api } = backend(answers);
  return async (path, init) => {
    try {
      const method = (init.method ?? 'GET') as 'GET';
      return json(200, (await api({ method, path })).body);
    } catch (failure) {
      if (failure instanceof ApiError) return json(failure.status, failure.body);
      throw failure;
    }
  };
};

const BACKFILL = '/api/admin/mappings/SHOP/backfill';
const FROM_NOW = 400_000;
const run = (state: string, said: string) => ({
  state, said, startedAt: new Date().toISOString(), finishedAt: state === 'running' || state === 'waiting' ? null : new Date().toISOString(),
  progress: { ...progress, endsAbout: state === 'running' ? new Date(Date.now() + FROM_NOW).toISOString() : null },
});
const sad = { works: false, problems: ['Linear no longer accepts Tandem’s access. Connect it again; nothing is lost.'] };
const ago = { ...conflict, foundAt: new Date(Date.now() - FROM_NOW).toISOString() };
const several = {
  ...ago, id: 4, link: 14, why: 'one side carries several new budgets; a person has to take all but one away',
  jira: { key: 'SHOP-40', budgets: ['features', 'system-health'] }, linear: { key: 'CHK-41', budgets: [] },
};
const long = 'x'.repeat(120);

const STATES: Record<string, Fetch> = {
  'admin-loading': () => new Promise(() => undefined),
  'admin-quiet': served(),
  'admin-not-connected': served({
    '/api/admin/health': { works: false, problems: ['Linear is not connected: a Jira admin has to connect it.'] },
    '/api/admin/linear': { state: 'none', workspace: null, connectedAt: null, why: null },
    '/api/admin/mappings': { mappings: [] },
  }),
  'admin-paused': served({
    '/api/admin/health': sad,
    '/api/admin/linear': {
      state: 'paused', connectedAt: '2026-11-19T11:00:00Z', why: 'revoked',
      workspace: { id: 'w', name: 'Checkout', url: 'https://linear.app/checkout' },
    },
    '/api/admin/mappings': {
      mappings: [{ project: { id: '1', key: 'SHOP' }, team: { id: 't', key: 'CHK', name: 'Checkout' }, paused: sad.problems[0] }],
    },
  }),
  'admin-running': served({ [BACKFILL]: run('running', 'It is running.') }),
  'admin-waiting': served({ [BACKFILL]: run('waiting', 'Jira asks us to wait (jira-quota-tenant-based)') }),
  'admin-done': served({
    [BACKFILL]: run('done', 'Looked at 40 Jira and 25 Linear issues in 2 calls; 25 are linked, 25 of them newly.'),
    '/api/admin/mappings/SHOP/dry-run': forecast,
  }),
  'admin-stopped': served({ [BACKFILL]: run('stopped', 'Given up after 3 attempts: Jira refuses the call (HTTP 400).') }),
  'admin-troubles': served({
    '/api/admin/conflicts': { conflicts: [ago, several], next: 3 },
    '/api/admin/quarantine': { links: [setAside], next: null },
  }),
  'admin-decisions': served({
    '/api/admin/holds': { holds: [hold], next: null },
    '/api/admin/decisions/conflicts': {
      conflicts: [
        dispute,
        { ...dispute, id: 10, row: 'D19', part: '', inJira: '{"v":7}', why: 'one side cannot be read', note: 'It is of version 7.' },
        { ...dispute, id: 11, row: 'D20', part: '', inLinear: '', why: 'a tracker refuses the change', note: 'HTTP 400.' },
      ],
      next: null,
    },
  }),
  'admin-refused': served({ '/api/admin/health': new ApiError(403, { detail: 'no' }) }),
  'admin-unreachable': () => Promise.reject(new TypeError('Failed to fetch')),
  'admin-unreadable': served({ '/api/admin/linear': { state: 'entangled' } }),
  'admin-long-words': served({
    '/api/admin/conflicts': { conflicts: [{ ...ago, jira: { key: `P${long}-1`, budgets: ['a'.repeat(64)] } }], next: null },
    '/api/admin/quarantine': { links: [{ ...setAside, why: `${'קונפליקט '.repeat(20)}${long}` }], next: null },
  }),
};

export const ADMIN_STATES: PanelStates = {
  title: 'Administration',
  panel: (bridge, context) => <AdminPage bridge={bridge} context={context} />,
  states: STATES,
  settled: {
    'admin-loading': '[aria-busy=true]', 'admin-refused': '.notice', 'admin-unreachable': '.notice', 'admin-unreadable': '.notice',
  },
};
