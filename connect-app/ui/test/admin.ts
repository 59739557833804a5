import type { ApiRequest, ApiResponse } from '../src/host/bridge';
import { ApiError } from '../src/host/bridge';
import { ok } from './hosts';

/** A backend of the admin API: what it answers may be changed, what it was asked to do is kept. */
export interface Backend {
  answers: Record<string, unknown>;
  readonly asked: { method: string; path: string; body?: unknown }[];
  api(request: ApiRequest): Promise<ApiResponse>;
}

export const QUIET: Record<string, unknown> = {
  '/api/admin/health': { works: true, problems: [] },
  '/api/admin/linear': {
    state: 'connected', connectedAt: '2026-11-20T11:00:00Z', why: null,
    workspace: { id: 'w', name: 'Checkout', url: 'https://linear.app/checkout' },
  },
  '/api/admin/mappings': {
    mappings: [{ project: { id: '1', key: 'SHOP' }, team: { id: 't', key: 'CHK', name: 'Checkout' }, budgets: [], policy: 'ask', paused: null }],
  },
  '/api/admin/conflicts': { conflicts: [], next: null },
  '/api/admin/decisions/conflicts': { conflicts: [], next: null },
  '/api/admin/holds': { holds: [], next: null },
  '/api/admin/quarantine': { links: [], next: null },
  '/api/admin/mappings/SHOP/backfill': { state: 'never', said: null, startedAt: null, finishedAt: null, progress: null },
};

export const progress = {
  stage: 'left', jiraIssues: 1200, linearIssues: 800, expected: 4000, links: 700, newLinks: 650,
  foreign: 0, taken: 0, calls: 22, endsAbout: '2026-11-20T12:05:30Z',
};

export const conflict = {
  id: 3, link: 12, row: 'R08', chosen: null, state: 'open', foundAt: '2026-11-20T11:55:00Z',
  jira: { key: 'SHOP-12', budgets: ['features'] }, linear: { key: 'CHK-7', budgets: ['system-health'] },
  why: 'the two sides were changed differently; a person has to choose',
};

export const dispute = {
  id: 9, link: 12, decision: 'use-postgresql', jira: 'SHOP-12', linear: 'CHK-7', part: 'title', agreed: 'Use PostgreSQL',
  inJira: 'Use MySQL', inLinear: 'Use Oracle', state: 'open', chosen: null, row: 'D08',
  why: 'the two sides changed it differently; a person has to choose', note: '', foundAt: '2026-11-20T11:55:00Z',
};

export const hold = {
  id: 4, link: 12, jira: 'SHOP-12', linear: 'CHK-7', budget: true, decisions: ['use-postgresql', 'use-kafka'], row: 'H01',
  why: 'most of the decisions of this pair of issues were deleted on one side at once', foundAt: '2026-11-20T11:55:00Z',
};

export const setAside = { link: 13, jira: 'SHOP-13', linear: 'CHK-8', why: 'given up after 3 attempts: Jira refuses the call (HTTP 400)' };

export const forecast = {
  looked: 100, unchanged: 93, next: 'page-2',
  pairs: [{
    link: null, row: 'R02', why: 'one side changed', conflict: null,
    jira: { key: 'SHOP-1', budgets: ['features'] }, linear: { key: 'CHK-1', budgets: [] },
    writes: [{ side: 'linear', add: ['features'], remove: [] }],
    decisions: [
      { id: 'use-postgresql', title: 'Use PostgreSQL', writes: [{ side: 'linear', what: 'create' }], conflicts: [], why: [], rests: null },
      { id: 'use-kafka', title: 'Use Kafka', writes: [{ side: 'jira', what: 'change' }], conflicts: [{ part: 'Context', chosen: null }], why: [], rests: null },
      { id: 'of-the-future', title: null, writes: [], conflicts: [], why: [], rests: 'it is of version 99' },
    ],
  }],
};

/** Answers by path without its query; what is a function decides for itself, what is missing is a 404. */
export function backend(answers: Record<string, unknown> = {}): Backend {
  const it: Backend = {
    answers: { ...QUIET, ...answers },
    asked: [],
    api: async ({ method, path, body }) => {
      if (method !== 'GET') {
        it.asked.push({ method, path, ...(body === undefined ? {} : { body }) });
      }
      const plain = path.split('?')[0]!;
      const found = it.answers[method === 'GET' ? plain : `${method} ${plain}`];
      if (found instanceof Error) throw found;
      if (found === undefined && method === 'GET') throw new ApiError(404, { detail: `nothing at ${path}` });
      return ok(typeof found === 'function' ? (found as (path: string) => unknown)(path) : found);
    },
  };
  return it;
}
