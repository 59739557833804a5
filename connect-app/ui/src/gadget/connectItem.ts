import { Unreachable } from '../host/bridge';
import { type DashboardItem, projectOf, projectsOf, Refused, searchOf } from './item';

/**
 * As much of Connect's client as a dashboard item has:
 * https://developer.atlassian.com/cloud/jira/software/modules/dashboard-item/ and
 * https://developer.atlassian.com/cloud/jira/software/jsapi/request/. Not in the package that the tests run.
 */
interface Client {
  request(url: string, options?: { type: string; contentType: string; data: string }): Promise<{ body: string }>;
  readonly jira?: {
    setDashboardItemTitle?(title: string): void;
    readonly DashboardItem?: { onDashboardItemEdit(listener: () => void): void };
  };
}

const PROPERTY = 'tandem.gadget';
const ANSWERS_WITHIN_MILLIS = 10_000;

const statusOf = (failure: unknown): unknown => (failure as { xhr?: { status?: unknown } } | null)?.xhr?.status;

/** A host that lacks the method, or loses the message, never answers: hence the deadline. */
async function asked(client: Client, ...call: Parameters<Client['request']>): Promise<unknown> {
  const silence = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Unreachable('Jira did not answer')), ANSWERS_WITHIN_MILLIS);
  });
  const { body } = await Promise.race([client.request(...call), silence]);
  return body === '' || body === undefined ? undefined : JSON.parse(body);
}

/**
 * The item of a Connect dashboard. Its ids are in the address of the page, which the descriptor asks for:
 * `/panel/gadget?dashboardId={dashboard.id}&dashboardItemId={dashboardItem.id}&view={dashboardItem.viewType}`.
 * Read and written as the person, so that Jira decides who may.
 */
export function connectItem(client: Client, query: URLSearchParams): DashboardItem {
  const place = (name: string): string => encodeURIComponent(query.get(name) ?? '');
  const property = `/rest/api/3/dashboard/${place('dashboardId')}/items/${place('dashboardItemId')}/properties/${PROPERTY}`;
  return {
    async chosen() {
      try {
        return projectOf(((await asked(client, property)) as { value?: unknown } | undefined)?.value);
      } catch (failure) {
        if (statusOf(failure) === 404) return null;
        throw new Unreachable('Jira did not give the configuration', { cause: failure });
      }
    },
    async choose(project) {
      const data = JSON.stringify({ v: 1, project });
      await asked(client, property, { type: 'PUT', contentType: 'application/json', data }).catch((failure: unknown) => {
        const status = statusOf(failure);
        const refused = status === 400 || status === 401 || status === 403 || status === 404;
        if (refused) throw new Refused('Jira keeps no choice of this person');
        throw new Unreachable('Jira did not keep the choice', { cause: failure });
      });
    },
    projects: async (typed) => asked(client, searchOf(typed)).then(projectsOf, () => []),
    onConfigure(callback) {
      let listening = true;
      // The client has no way to stop it.
      client.jira?.DashboardItem?.onDashboardItemEdit(() => { if (listening) callback(); });
      return () => { listening = false; };
    },
    entitle: (title) => client.jira?.setDashboardItemTitle?.(title),
  };
}
