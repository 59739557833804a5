import { ApiError, type ApiRequest, type ApiResponse } from '../src/host/bridge';
import type { Decision, Written } from '../src/decision/decision';
import type { Tradeoff } from '../src/tradeoff/tradeoff';

const issue = { id: '10001', key: 'SHOP-1', summary: 'Search answers within a second', type: 'Story', projectKey: 'SHOP', started: true };
export const features = { name: 'features', label: 'budget:features', share: 80 };
export const health = { name: 'system-health', label: 'budget:system-health', share: 20 };
export const mapping = { projectKey: 'SHOP', labels: [features.label, health.label], budgets: [features, health] };
export const twin = {
  key: 'CHK-12', url: 'https://linear.app/acme/issue/CHK-12', agrees: true, since: '2026-11-20T11:55:00Z', state: 'agrees', why: null as string | null,
};

/** What one issue holds, as the backend knows it. */
export interface Stored {
  mayEdit: boolean;
  unreadable: string | null;
  document: Tradeoff | null;
  decisions: Decision[];
  budget: typeof features | null;
  mapping: typeof mapping | null;
  twin: typeof twin | null;
}

const blank: Stored = { mayEdit: true, unreadable: null, document: null, decisions: [], budget: features, mapping, twin };

const AT = '2026-11-20T10:00:00Z';

export const choice: Tradeoff = {
  v: 1,
  skip: { capability: 'Finding a product by its name while the shop is full', when: 'On Black Friday, 27 November', severity: 'high' },
  options: [
    { id: 'o1', title: 'Use PostgreSQL', gain: 'One thing less to run', cost: 'Two weeks', risk: 'Ranking stays coarse' },
    { id: 'o2', title: 'Add OpenSearch', gain: 'Good ranking, suggestions', cost: 'Six weeks and a cluster to run', risk: '' },
  ],
  chosen: null,
  risks: [
    { id: 'r1', kind: 'architecture', text: 'The index has to follow every price change', settled: false, by: 'ada', at: AT },
    { id: 'r2', kind: 'requirements', text: 'Nobody has said which languages', settled: true, by: 'bo', at: AT },
  ],
};

/** A stored decision; what is not given says nothing. */
export const decided = (id: string, words: Partial<Decision> = {}): Decision => ({
  id, etag: `"${id}-1"`, unreadable: null, title: id, status: 'accepted', statusText: 'accepted', space: 'solution', context: '', decision: '', consequences: '',
  skipped: '', options: '', dissent: [], decidedBy: [], decidedOn: null, reviewOn: null, supersedes: '', supersededBy: null, more: [], ...words,
});

const refuse = (status: number, detail: string, more: object = {}): never => {
  throw new ApiError(status, { type: 'about:blank', title: 'Refused', status, detail, ...more });
};

/** Tandem's backend for one issue: versions, refusals, superseding, as docs/api.md says. */
export function backend(begin: Partial<Stored> = {}) {
  const stored: Stored = { ...blank, ...begin };
  const calls: ApiRequest[] = [];
  let version = 1;

  const budget = () => ({ issue: { id: issue.id, key: issue.key }, budget: stored.budget, mapping: stored.mapping, twin: stored.twin });
  const body = () => ({
    ...budget(), issue, me: 'ada', mayEdit: stored.mayEdit, document: stored.unreadable === null ? stored.document : null, unreadable: stored.unreadable,
    project: { definitionOfDone: [], templates: [], slos: [] }, decisions: stored.decisions,
  });
  const mayWrite = () => { if (!stored.mayEdit) refuse(403, 'You may look at SHOP-1, not edit it.'); };

  function saved({ ifMatch, body: document }: ApiRequest): ApiResponse {
    mayWrite();
    if (stored.unreadable !== null) refuse(409, 'What is stored cannot be read.');
    if (ifMatch !== `"d${version}"`) refuse(412, 'Somebody saved meanwhile.', { current: body(), etag: `"d${version}"` });
    version += 1;
    stored.document = stamped(document as Tradeoff);
    return { status: 200, etag: `"d${version}"`, body: body() };
  }

  function decisionSaved({ method, ifMatch, body: words }: ApiRequest, id: string): ApiResponse {
    mayWrite();
    const old = stored.decisions.find((it) => it.id === id);
    if ((old?.etag ?? '"0"') !== ifMatch) refuse(412, 'Somebody changed this decision meanwhile.', { current: { decisions: stored.decisions } });
    if (method === 'DELETE') stored.decisions = stored.decisions.filter((it) => it !== old);
    else stored.decisions = withDecision(stored.decisions, id, words as Written, (version += 1));
    return { status: 200, body: { decisions: stored.decisions } };
  }

  const api = async (request: ApiRequest): Promise<ApiResponse> => {
    calls.push(request);
    const { method, path } = request;
    const [, member = '', id = ''] = /\/api\/panel\/issues\/10001\/([a-z]+)\/?([a-z0-9-]*)/.exec(path) ?? [];
    if (member === 'people') return { status: 200, body: { people: [{ id: 'ada', name: 'Ada Obi', active: true }, { id: 'bo', name: 'Bo Lund', active: true }] } };
    if (member === 'decisions') return decisionSaved(request, id);
    if (member === 'budget' && method === 'PUT') {
      mayWrite();
      const { budget: name } = request.body as { budget: string | null };
      stored.budget = [features, health].find((it) => it.name === name) ?? null;
    }
    if (member === 'budget') return { status: 200, body: budget() };
    return method === 'PUT' ? saved(request) : { status: 200, etag: `"d${version}"`, body: body() };
  };
  return { api, stored, calls };
}

const stamped = (it: Tradeoff): Tradeoff => ({
  ...it,
  chosen: it.chosen === null ? null : { ...it.chosen, by: it.chosen.by ?? 'ada', at: it.chosen.at ?? AT },
  risks: it.risks.map((risk) => ({ ...risk, by: risk.by ?? 'ada', at: risk.at ?? AT })),
});

function withDecision(all: Decision[], id: string, words: Written, version: number): Decision[] {
  const before = all.find((it) => it.id === id) ?? decided(id);
  const now: Decision = { ...before, ...words, statusText: words.status ?? before.statusText, etag: `"${id}-${version}"` };
  const others = all.map((it) => (it.id === words.supersedes
    ? { ...it, status: 'superseded' as const, statusText: 'superseded', supersededBy: id, etag: `"${it.id}-${version}"` }
    : it));
  return others.some((it) => it.id === id) ? others.map((it) => (it.id === id ? now : it)) : [...others, now];
}
