import { ApiError, type ApiResponse } from '../host/bridge';
import type { DocumentKind } from './document';
import { anyText, type Fields, fields, optional, Unreadable } from './parse';
import { type Twin, twin } from './twin';

/** The issue that a panel stands in; every text is empty where the answer names none (project pages). */
export interface PanelIssue {
  readonly id: string;
  readonly key: string;
  readonly summary: string;
  readonly type: string;
  readonly projectKey: string;
  /** Work began: its status is no longer in the category "To Do". */
  readonly started: boolean;
}

/** The body of a GET or PUT besides the document, parsed and bounded. See docs/api.md. */
export interface PanelAnswer {
  readonly issue: PanelIssue;
  /** The account that asked. */
  readonly me: string;
  readonly mayEdit: boolean;
  /** Why what is stored cannot be read, in one sentence; then nothing can be saved. */
  readonly unreadable: string | null;
  readonly twin: Twin | null;
  /** The project's settings, not yet parsed: each panel reads what it needs. */
  readonly project: Fields;
  /** The whole body, not yet parsed: for members that only one panel has. */
  readonly body: Fields;
}

/** One answer of the backend: the document, its version, and the rest. */
export interface Answered<D> {
  readonly answer: PanelAnswer;
  readonly etag: string;
  /** Null where what is stored cannot be read. */
  readonly document: D | null;
}

const issueOf = (given: Fields): PanelIssue => ({
  id: anyText(given['id'], 'id'),
  key: anyText(given['key'], 'key'),
  summary: anyText(given['summary'], 'summary'),
  type: anyText(given['type'], 'type'),
  projectKey: anyText(given['projectKey'], 'projectKey'),
  started: given['started'] === true,
});

/** @throws Unreadable, naming the field. */
export function panelAnswer(body: Fields): PanelAnswer {
  return {
    issue: issueOf(optional(body['issue'], (it) => it, 'issue') ?? {}),
    me: anyText(body['me'], 'me'),
    mayEdit: body['mayEdit'] === true,
    unreadable: anyText(body['unreadable'], 'unreadable') || null,
    twin: optional(body['twin'], twin, 'twin'),
    project: optional(body['project'], (it) => it, 'project') ?? {},
    body,
  };
}

/** @throws Unreadable, naming the field, when the answer cannot be understood. */
export function answered<D>(response: ApiResponse, kind: DocumentKind<D>): Answered<D> {
  if (response.etag === undefined) throw new Unreadable('ETag');
  return read(response.body, response.etag, kind);
}

/** What somebody else stored meanwhile, out of a 412; null where the refusal is another one. */
export function current<D>(failure: unknown, kind: DocumentKind<D>): Answered<D> | null {
  if (!(failure instanceof ApiError) || failure.status !== 412) return null;
  const problem = fields(failure.body, 'body');
  return read(problem['current'], anyText(problem['etag'], 'etag'), kind);
}

function read<D>(given: unknown, etag: string, kind: DocumentKind<D>): Answered<D> {
  const body = fields(given, 'body');
  const answer = panelAnswer(body);
  const stored = body[kind.member ?? 'document'];
  if (answer.unreadable !== null) return { answer, etag, document: null };
  return { answer, etag, document: stored === null || stored === undefined ? kind.empty : kind.parse(stored) };
}
