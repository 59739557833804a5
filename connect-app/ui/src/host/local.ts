import { type FlagSpec, type HostBridge, type HostContext } from './bridge';
import { wear } from './colours';
import { call, callForFile, type Fetch } from './http';
import { placeOf } from './place';
import { saveAs } from './saveAs';

/** The event by which {@link FlagSpec}s leave a local bridge; the page around it draws them. */
export const FLAG_EVENT = 'tandem-flag';

function context(query: URLSearchParams): HostContext {
  return placeOf('local', {
    issue: { id: query.get('issueId') ?? undefined, key: query.get('issueKey') ?? undefined },
    project: { id: query.get('projectId') ?? undefined, key: query.get('projectKey') ?? undefined },
  });
}

/**
 * The end for a page of our own, with no Jira around it: place and theme come from the query string
 * (`issueId`, `issueKey`, `projectId`, `projectKey`, `theme=dark`), calls go to `fetch` without a token.
 */
export function createLocalBridge(fetch: Fetch = (path, init) => window.fetch(path, init)): HostBridge {
  const query = new URLSearchParams(window.location.search);
  return {
    context: async () => context(query),
    startTheming: async () => wear(query.get('theme') === 'dark' ? 'dark' : 'light'),
    api: (request) => call(request, null, fetch),
    download: async ({ path, fileName }) => saveAs(fileName, await callForFile(path, null, fetch)),
    flag: (spec: FlagSpec) => {
      window.dispatchEvent(new CustomEvent(FLAG_EVENT, { detail: spec }));
      return { close: () => undefined };
    },
    onChanged: () => () => undefined,
    fitHeight: () => () => undefined,
    openIssue: (key) => window.location.assign(`#${encodeURIComponent(key)}`),
    refreshIssue: () => undefined,
  };
}
