/** A project that may be chosen. */
export interface ProjectRef {
  readonly key: string;
  readonly name: string;
}

/**
 * The place on a dashboard that the gadget stands in, and what it was told there. Only the gadget has
 * one, so it is a door of its own beside the HostBridge.
 */
export interface DashboardItem {
  /** The key of the project that somebody chose, or null. @throws Unreachable when the host does not answer. */
  chosen(): Promise<string | null>;
  /** Whether the person may choose; where the host does not say, they may try. */
  editable(): Promise<boolean>;
  /** Keeps the choice for everybody who sees the dashboard. @throws Refused, Unreachable. */
  choose(projectKey: string): Promise<void>;
  /** Some of the projects that the person may browse, by what was typed of key or name. Best effort: may be empty. */
  projects(typed: string): Promise<readonly ProjectRef[]>;
  /** Calls back when the person wants to configure it. Gives the way to stop. */
  onConfigure(callback: () => void): () => void;
  /** Names the gadget in the dashboard, where the host lets it. */
  entitle(title: string): void;
}

/** Jira answered, and refused: most people may look at a dashboard, few may change it. */
export class Refused extends Error {}

/** What is stored: anybody who can edit the dashboard can write it, so it is read with care. */
export function projectOf(stored: unknown): string | null {
  const project = typeof stored === 'object' && stored !== null ? (stored as { project?: unknown }).project : undefined;
  return typeof project === 'string' && isProjectKey(project) ? project : null;
}

/** Jira's own rule, a little wider: https://support.atlassian.com/jira-cloud-administration/docs/edit-a-projects-details/ */
export const isProjectKey = (text: string): boolean => /^[A-Za-z][A-Za-z0-9_]{0,254}$/.test(text);

/** Reads Jira's `GET /rest/api/3/project/search`. */
export function projectsOf(answer: unknown): readonly ProjectRef[] {
  const values = (answer as { values?: unknown } | null)?.values;
  if (!Array.isArray(values)) return [];
  return values.flatMap((it: unknown) => {
    const { key, name } = (it ?? {}) as { key?: unknown; name?: unknown };
    return typeof key === 'string' && typeof name === 'string' ? [{ key, name }] : [];
  });
}

export const searchOf = (typed: string): string =>
  `/rest/api/3/project/search?${new URLSearchParams({ query: typed, maxResults: '20', orderBy: 'key' }).toString()}`;
