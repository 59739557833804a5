import { ApiError, type ApiRequest, type ApiResponse } from '../src/host/bridge';

const week = (number: number, features: number, health: number, none: number, current = false) => ({
  name: `2026-W${number}`, from: '2026-11-16T00:00:00Z', to: '2026-11-23T00:00:00Z', current,
  parts: [
    { budget: 'features', amount: features, issues: features },
    { budget: 'system-health', amount: health, issues: health },
  ],
  untagged: { amount: none, issues: none },
});

export const budgets = [
  { name: 'features', label: 'budget:features', target: 80 },
  { name: 'system-health', label: 'budget:system-health', target: 20 },
];

export const report = {
  by: 'week', measure: 'count', budgets,
  periods: [
    week(40, 7, 3, 0), week(41, 8, 1, 1), week(42, 6, 2, 2), week(43, 9, 0, 1), week(44, 5, 3, 0), week(45, 8, 2, 0),
    week(46, 7, 1, 2), week(47, 4, 1, 0, true),
  ],
  total: {
    parts: [{ budget: 'features', amount: 54, issues: 54 }, { budget: 'system-health', amount: 13, issues: 13 }],
    untagged: { amount: 6, issues: 6 },
  },
  verdict: [
    { budget: 'system-health', share: 17.8, target: 20, state: 'under', words: 'System health had 17.8% of what was closed, 20% are planned: it is owed 1.6 issues.', borrowed: 1.6 },
    { budget: 'features', share: 82.2, target: 80, state: 'on', words: 'Features had 82.2% of what was closed, as planned (80%).', borrowed: 0 },
  ],
  debt: [40, 41, 42, 43, 44, 45, 46, 47].map((number, index) => ({
    period: `2026-W${number}`, opened: [3, 2, 4, 1, 2, 5, 1, 0][index], paid: [3, 1, 2, 0, 3, 2, 1, 1][index], left: [11, 12, 14, 15, 14, 17, 17, 16][index],
  })),
  counted: { jira: 120, linearOnly: 14, linked: 60, withoutEstimate: 5 },
  complete: true,
};

export const emptyReport = {
  ...report, periods: [], verdict: [], debt: [], total: { parts: [], untagged: { amount: 0, issues: 0 } },
  counted: { jira: 0, linearOnly: 0, linked: 0, withoutEstimate: 0 },
};

export const decision = (id: string, given: object = {}) => ({
  issue: { id: '10012', key: 'SHOP-12', summary: 'Checkout takes too long' }, id, title: `Use ${id}`, status: 'accepted', space: 'solution',
  decidedBy: ['Ada'], decidedOn: '2026-11-03', reviewOn: null, overdue: false, dissent: 0, supersedes: '', supersededBy: null, excerpt: '', ...given,
});

export const log = {
  mayEdit: true,
  decisions: [
    decision('mysql', { status: 'superseded', supersededBy: 'oracle', decidedOn: '2026-03-02' }),
    decision('oracle', { status: 'superseded', supersedes: 'mysql', supersededBy: 'postgresql', decidedOn: '2026-06-10', decidedBy: ['Bo', 'Ada'] }),
    decision('postgresql', { supersedes: 'oracle', reviewOn: '2026-11-20', overdue: true, dissent: 2 }),
    decision('queue', { title: 'One queue for all résumés', excerpt: 'A slow parser must not hold up the others.', status: 'proposed', decidedBy: [], decidedOn: null, space: 'problem', issue: { id: '10013', key: 'SHOP-13', summary: 'Import of résumés' } }),
  ],
  complete: true,
};

/** So many decisions on so many issues, every seventh of them overdue. */
export const longLog = (count: number) => ({
  mayEdit: true,
  decisions: Array.from({ length: count }, (_, index) => decision(`choice-${index}`, {
    issue: { id: `${20_000 + index}`, key: `SHOP-${index}`, summary: `Issue number ${index}` }, overdue: index % 7 === 0,
    status: ['proposed', 'accepted', 'rejected', 'superseded'][index % 4], decidedOn: `2026-${String(1 + (index % 11)).padStart(2, '0')}-01`,
  })),
  complete: true,
});

export const warnings = {
  warnings: [
    { kind: 'budget', issue: null, words: 'System health got 17.8% of the work of the last 8 weeks; 20% was meant.', since: '2026-11-16' },
    { kind: 'decision-overdue', issue: decision('x').issue, words: '“Use postgresql” was to be reviewed on 20 November.', since: '2026-11-20' },
    { kind: 'slo', issue: decision('x').issue, words: 'Only 4% of the error budget of “Checkout availability” is left.', since: null },
    { kind: 'feasibility', issue: { id: '10013', key: 'SHOP-13', summary: 'Import of résumés' }, words: 'Ada is unsure whether it can be done as asked: “the format is unknown”. Agree on how to find out.', since: '2026-11-20' },
  ],
  complete: true,
};

export const settings = {
  v: 1,
  definitionOfDone: ['Reviewed by somebody else', 'Behind a flag until it was looked at in production'],
  templates: [{ issueType: 'Story', name: 'Usability', criteria: [{ text: 'Works by keyboard alone', type: 'ux' }, { text: 'Says what went wrong', type: null }] }],
  slos: [{ name: 'Checkout availability', objective: 99.9 }],
  period: 'week', measure: 'count',
};

export const matrix = {
  mayEdit: true,
  issues: [
    { id: '10012', key: 'SHOP-12', summary: 'Checkout takes too long', type: 'Story', status: 'To Do', impact: 4, effort: 2, budget: 'features' },
    { id: '10013', key: 'SHOP-13', summary: 'Import of résumés', type: 'Story', status: 'To Do', impact: null, effort: null, budget: null },
  ],
  complete: true,
};

/** So many issues of a backlog, all but every fifth rated. */
export const longBacklog = (count: number) => Array.from({ length: count }, (_, index) => ({
  id: `${30_000 + index}`, key: `SHOP-${index}`, summary: `Issue number ${index}`, type: index % 3 === 0 ? 'Bug' : 'Story',
  status: index % 2 === 0 ? 'To Do' : 'In Progress', impact: index % 5 === 0 ? null : 1 + index % 7 % 5,
  effort: index % 5 === 0 ? null : 1 + index % 11 % 5, budget: index % 4 === 0 ? 'system-health' : 'features',
}));

export const QUIET: Record<string, unknown> = {
  '/api/project/SHOP/budget': report,
  '/api/project/SHOP/decisions': log,
  '/api/project/SHOP/warnings': warnings,
  '/api/project/SHOP/matrix': matrix,
  '/api/project/SHOP/settings': { mayEdit: true, settings },
};

export interface ProjectBackend {
  answers: Record<string, unknown>;
  /** Every call that writes. */
  readonly asked: ApiRequest[];
  /** The path of every call that reads. */
  readonly read: string[];
  api(request: ApiRequest): Promise<ApiResponse>;
}

/** Answers by path without its query; what is a function decides for itself, what is missing is a 404. */
export function projectBackend(answers: Record<string, unknown> = {}): ProjectBackend {
  let version = 1;
  const it: ProjectBackend = {
    answers: { ...QUIET, ...answers },
    asked: [],
    read: [],
    api: async (request) => {
      const plain = request.path.split('?')[0]!;
      if (request.method === 'GET') it.read.push(request.path);
      else it.asked.push(request);
      const found = it.answers[request.method === 'GET' ? plain : `${request.method} ${plain}`];
      if (found instanceof Error) throw found;
      if (found === undefined && request.method !== 'PUT') throw new ApiError(404, { detail: `nothing at ${plain}` });
      if (request.method === 'PUT' && found === undefined) {
        version += 1;
        it.answers[plain] = { ...(it.answers[plain] as object), settings: request.body };
        return { status: 200, etag: `"${version}"`, body: it.answers[plain] };
      }
      const body = typeof found === 'function' ? (found as (request: ApiRequest) => unknown)(request) : found;
      return { status: 200, etag: `"${version}"`, body };
    },
  };
  return it;
}
