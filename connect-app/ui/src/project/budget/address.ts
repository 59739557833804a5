import type { Measure, PeriodKind } from './report';

/** What a person chose; what they did not choose is as the project's settings say. */
export interface Chosen {
  readonly by?: PeriodKind;
  readonly measure?: Measure;
}

export function addressOf(projectKey: string, chosen: Chosen): string {
  const query = new URLSearchParams({ ...chosen }).toString();
  return `/api/project/${encodeURIComponent(projectKey)}/budget${query === '' ? '' : `?${query}`}`;
}
