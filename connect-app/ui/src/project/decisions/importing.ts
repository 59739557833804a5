import type { HostBridge } from '../../host/bridge';
import { anyText, count, fields, list, text, textOrNull } from '../../shell/parse';
import { type IssueRef, issueRef } from './decision';

/** A file of a person's disk, read. */
export interface MarkdownFile {
  readonly name: string;
  readonly text: string;
}

/** What a file becomes, or why it does not. */
export interface Imported {
  readonly file: string;
  readonly id: string;
  readonly title: string;
  readonly status: string;
  /** Why it is not written; null where it is. */
  readonly problem: string | null;
  /** What of the file does not fit into a decision; empty where everything does. */
  readonly lost: string;
}

export interface Import {
  readonly decisions: readonly Imported[];
  readonly written: number;
}

/** The backend takes no more at once: Jira counts the writes to an issue. */
export const MOST_FILES = 60;
/** A property holds 32,768 characters: nothing longer can become a decision. */
export const LONGEST_FILE = 200_000;

const imported = (value: unknown): Imported => {
  const given = fields(value, 'decision');
  return {
    file: text(given['file'], 'file'),
    id: anyText(given['id'], 'id'),
    title: anyText(given['title'], 'title'),
    status: anyText(given['status'], 'status'),
    problem: textOrNull(given['problem'], 'problem'),
    lost: anyText(given['lost'], 'lost'),
  };
};

export const importOf = (body: unknown): Import => {
  const given = fields(body, 'body');
  return { decisions: list(given['decisions'], imported, 'decisions'), written: count(given['written'], 'written') };
};

/** Reads the files, or gives words for why they cannot be taken. */
export async function readFiles(files: readonly File[]): Promise<readonly MarkdownFile[]> {
  if (files.length > MOST_FILES) throw new RangeError(`At most ${MOST_FILES} files at once. Choose fewer.`);
  const long = files.find(({ size }) => size > LONGEST_FILE);
  if (long !== undefined) throw new RangeError(`${long.name} is longer than a decision can be. Leave it out or make it shorter.`);
  return Promise.all(files.map(async (file) => ({ name: file.name, text: await file.text() })));
}

export interface Batch {
  readonly projectKey: string;
  readonly issueId: string;
  readonly files: readonly MarkdownFile[];
  /** True writes nothing. */
  readonly preview: boolean;
}

/** @throws what the bridge throws, or Unreadable. */
export async function importInto(bridge: HostBridge, { projectKey, ...body }: Batch): Promise<Import> {
  const path = `/api/project/${encodeURIComponent(projectKey)}/decisions/import`;
  return importOf((await bridge.api({ method: 'POST', path, body })).body);
}

/** A decision that an undo left where it is, and why. */
export interface Left {
  readonly title: string;
  readonly problem: string;
}

const left = (value: unknown): readonly Left[] => {
  const given = fields(value, 'decision');
  const problem = textOrNull(given['problem'], 'problem');
  return problem === null ? [] : [{ title: anyText(given['title'], 'title') || text(given['id'], 'id'), problem }];
};

/**
 * Deletes what an import wrote, but for what somebody changed since; that is what comes back.
 *
 * @param ids of what it wrote
 * @throws what the bridge throws, or Unreadable.
 */
export async function takeBack(
  bridge: HostBridge, { projectKey, issueId, files }: Batch, ids: readonly string[],
): Promise<readonly Left[]> {
  const path = `/api/project/${encodeURIComponent(projectKey)}/decisions/import/undo`;
  const { body } = await bridge.api({ method: 'POST', path, body: { issueId, files, ids } });
  return list(fields(body, 'body')['decisions'], left, 'decisions').flat();
}

/** The issues that decisions can be put on: those of the backlog that the person may see. */
export const issuesOf = (body: unknown): readonly IssueRef[] => list(fields(body, 'body')['issues'], issueRef, 'issues');

/** The issue with that key, whatever its case. */
export const issueWith = (issues: readonly IssueRef[], key: string): IssueRef | undefined =>
  issues.find((it) => it.key === key.trim().toUpperCase());

const MOST_SUGGESTED = 20;

/** What may be meant by what was typed so far. */
export function suggested(issues: readonly IssueRef[], typed: string): readonly IssueRef[] {
  const wanted = typed.trim().toLowerCase();
  return issues.filter(({ key, summary }) => `${key} ${summary}`.toLowerCase().includes(wanted)).slice(0, MOST_SUGGESTED);
}
