import type { DashboardItem } from './item';

/** The item of a page of our own: the project comes from the query string (`project`), a choice lasts as long as the page. */
export function localItem(query: URLSearchParams): DashboardItem {
  let project = query.get('project');
  return {
    chosen: async () => project,
    editable: async () => true,
    choose: async (key) => { project = key; },
    projects: async () => [],
    onConfigure: () => () => undefined,
    entitle: (title) => { document.title = title; },
  };
}
