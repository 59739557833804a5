import type { ApiResponse } from '../src/host/bridge';
import type { Feasibility, Impact } from '../src/impact/impact';
import { ANSWER, type DocumentBackend, documentBackend } from './documents';

const DAY = 86_400_000;
export const daysAgo = (days: number): string => new Date(Date.now() - days * DAY).toISOString();

export const NEIGHBOURS = [
  { id: '2', key: 'SHOP-2', summary: 'Search is slow', impact: 5, effort: 4 },
  { id: '3', key: 'SHOP-3', summary: 'Wrong tax for Norway', impact: 4, effort: 1 },
  { id: '4', key: 'SHOP-4', summary: 'Dark receipts', impact: 1, effort: 2 },
  { id: '5', key: 'SHOP-5', summary: 'New payment provider', impact: 2, effort: 5 },
  { id: '6', key: 'SHOP-6', summary: 'Gift cards', impact: 2, effort: 5 },
];

export const FULL: Impact = {
  v: 1,
  problem: 'Shoppers on a phone give up while they enter their address.',
  metric: { name: 'Checkout completion on phones', baseline: '61%', target: '70%', due: '2027-03-31' },
  simplest: 'Fill the address in for one country first, behind a flag.',
  why: {
    cause: 'the address service has no lookup by postcode',
    user: 'shoppers type 7 fields by hand',
    business: 'we lose about 400 orders a week',
  },
  rating: { impact: 4, effort: 2 },
  slo: { name: 'Checkout availability', objective: 99.9, current: 99.92, left: 20 },
  feasibility: { answer: 'unsure', because: 'Nobody knows the limits of the postcode service.', by: 'ben', at: daysAgo(3) },
  roles: { responsible: ['ben'], accountable: 'ada', consulted: [], informed: ['ada'] },
};

export const SLOS = [{ name: 'Checkout availability', objective: 99.9 }, { name: 'Search latency', objective: 99 }];

/** A backend of one impact document, that stamps check-ins and has neighbours; null: they cannot be had. */
export function impactBackend(document: unknown, answer: Record<string, unknown> = {}, neighbours: readonly unknown[] | null = NEIGHBOURS) {
  const stage = { neighbours };
  const backend: DocumentBackend = documentBackend(document, { project: { ...ANSWER.project, slos: SLOS }, ...answer });
  const documents = backend.api;
  backend.stamp = (wanted, stored) => {
    const next = wanted as Impact;
    return { ...next, feasibility: stamped((stored as Impact | null)?.feasibility ?? null, next.feasibility) };
  };
  backend.api = async (request): Promise<ApiResponse> => {
    if (!request.path.endsWith('/neighbours')) return documents(request);
    if (stage.neighbours === null) throw new Error('no network');
    return { status: 200, body: { neighbours: stage.neighbours } };
  };
  return Object.assign(backend, { stage, stored: () => backend.document as Impact });
}

/** Who and when, where the answer is another one, or where the client asks for a new stamp. */
function stamped(before: Feasibility | null, wanted: Feasibility | null): Feasibility | null {
  if (wanted === null) return null;
  const same = before !== null && before.answer === wanted.answer && before.because === wanted.because && wanted.at !== null;
  return same ? before : { ...wanted, by: 'ada', at: new Date().toISOString() };
}
