import { ApiError, type ApiRequest, type ApiResponse, type FlagSpec, type HostBridge } from '../src/host/bridge';
import type { Fetch } from '../src/host/http';
import { CONTEXT } from './hosts';

const JSON_OF = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** What a panel's GET answers besides the document; see docs/api.md. */
export const ANSWER = {
  issue: { id: '10001', key: 'SHOP-1', summary: 'Pay by invoice', type: 'Story', projectKey: 'SHOP', started: false },
  me: 'ada', mayEdit: true, unreadable: null as string | null,
  project: { definitionOfDone: [] as unknown[], templates: [] as unknown[], slos: [] as unknown[] },
  twin: null as unknown,
};

export const PEOPLE = [
  { id: 'ada', name: 'Ada Okafor', active: true },
  { id: 'ben', name: 'Ben Ito', active: true },
  { id: 'gone', name: null, active: false },
];

/** A backend of one stored document: ETags, 412 with what is stored, 428 without If-Match, people; failures on demand. */
export interface DocumentBackend {
  /** The rest of each answer; may be changed. */
  answer: Record<string, unknown>;
  /** What is stored; null: nothing yet. */
  document: unknown;
  etag: string;
  /** Every call so far; those for people are not counted. */
  readonly asked: ApiRequest[];
  /** Thrown instead of an answer, once each and in this order. */
  readonly failures: Error[];
  /** Thrown for every call while it is there. */
  down: Error | null;
  /** Where there is one, answers wait for it. */
  gate: Promise<void> | null;
  /** What the server adds to a document when it stores it. */
  stamp: (wanted: unknown, stored: unknown) => unknown;
  /** Somebody else saves. */
  meanwhile(document: unknown): void;
  api(request: ApiRequest): Promise<ApiResponse>;
}

export function documentBackend(document: unknown, answer: Record<string, unknown> = {}): DocumentBackend {
  const backend: DocumentBackend = {
    answer: { ...ANSWER, ...answer },
    document,
    etag: '"1"',
    asked: [],
    failures: [],
    down: null,
    gate: null,
    stamp: (wanted) => wanted,
    meanwhile: (theirs) => store(backend, theirs),
    api: async (request) => {
      if (request.path.includes('/people')) return { status: 200, body: { people: peopleFor(request.path) } };
      backend.asked.push(request);
      await backend.gate;
      const failure = backend.failures.shift() ?? backend.down;
      if (failure !== null) throw failure;
      if (request.method === 'PUT') put(backend, request);
      return told(backend);
    },
  };
  return backend;
}

function store(backend: DocumentBackend, document: unknown): void {
  backend.document = JSON_OF(document);
  backend.etag = `"${Number(backend.etag.replaceAll('"', '')) + 1}"`;
}

function put(backend: DocumentBackend, { ifMatch, body }: ApiRequest): void {
  const problem = (status: number, more: object) => new ApiError(status, { status, ...more });
  if (backend.answer['mayEdit'] !== true) throw problem(403, { title: 'You may look, not edit' });
  if (ifMatch === undefined) throw problem(428, { title: 'If-Match is missing' });
  const { body: current, etag } = told(backend);
  if (ifMatch !== backend.etag) throw problem(412, { title: 'Somebody saved meanwhile', current, etag });
  store(backend, backend.stamp(JSON_OF(body), backend.document));
}

const told = ({ answer, document, etag }: DocumentBackend) =>
  ({ status: 200, etag, body: JSON_OF({ ...answer, document: answer['unreadable'] === null ? document : null }) });

function peopleFor(path: string): unknown[] {
  const query = new URL(path, 'http://localhost').searchParams;
  const ids = query.get('ids')?.split(',');
  const typed = (query.get('query') ?? '').toLowerCase();
  return PEOPLE.filter((it) => (ids === undefined ? it.name?.toLowerCase().includes(typed) : ids.includes(it.id)));
}

/** A host page in front of a backend, that keeps the flags it was asked to show and can say that the issue changed. */
export function hostOf({ api }: Pick<DocumentBackend, 'api'>): HostBridge & { readonly flags: FlagSpec[]; change(): void } {
  const listeners = new Set<() => void>();
  const flags: FlagSpec[] = [];
  return {
    flags,
    change: () => listeners.forEach((it) => it()),
    context: async () => CONTEXT,
    startTheming: async () => {},
    api,
    flag: (spec) => {
      flags.push(spec);
      return { close: () => {} };
    },
    onChanged: (callback) => {
      listeners.add(callback);
      return () => void listeners.delete(callback);
    },
    fitHeight: () => () => {},
    openIssue: () => {},
    refreshIssue: () => {},
  };
}

/** The same backend behind the fetch of a page of our own, for the gallery. */
export const served = ({ api }: Pick<DocumentBackend, 'api'>): Fetch => async (path, init) => {
  const ifMatch = (init.headers as Record<string, string> | undefined)?.['If-Match'];
  const body = typeof init.body === 'string' ? { body: JSON.parse(init.body) as unknown } : {};
  try {
    const answer = await api({ method: (init.method ?? 'GET') as 'GET', path, ...body, ...(ifMatch === undefined ? {} : { ifMatch }) });
    return Response.json(answer.body, { status: answer.status, headers: answer.etag === undefined ? {} : { ETag: answer.etag } });
  } catch (failure) {
    if (failure instanceof ApiError) return Response.json(failure.body ?? {}, { status: failure.status });
    throw failure;
  }
};
