import type { HostContext, HostKind } from './bridge';

/** The element that the page gives us: its `data-module-key` names the module that the frame is. */
export const panelElement = (): HTMLElement => {
  const element = document.getElementById('panel');
  if (element === null) throw new Error('the page has no element with the id "panel"');
  return element;
};

const text = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;

const part = (value: unknown, name: string): Record<string, unknown> => {
  const found = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
  return typeof found === 'object' && found !== null ? (found as Record<string, unknown>) : {};
};

/**
 * Reads what both hosts give in the same shape, `{issue: {id, key}, project: {id, key}}`. Locale and
 * time zone are the browser's: asking Connect for the profile's would be two more calls that a host
 * may leave unanswered.
 */
export function placeOf(kind: HostKind, given: unknown): HostContext {
  const issue = part(given, 'issue');
  const project = part(given, 'project');
  const place = {
    issueId: text(issue['id']),
    issueKey: text(issue['key']),
    projectId: text(project['id']),
    projectKey: text(project['key']),
  };
  const known = Object.fromEntries(Object.entries(place).filter(([, value]) => value !== undefined));
  return {
    kind,
    moduleKey: panelElement().dataset['moduleKey'] ?? '',
    locale: navigator.language,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    ...known,
  };
}
