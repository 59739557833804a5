import { Unreachable } from '../host/bridge';
import { type DashboardItem, projectOf, projectsOf, Refused, searchOf } from './item';

/**
 * As much of Connect's client as a dashboard item has:
 * https://developer.atlassian.com/cloud/jira/software/modules/dashboard-item/,
 * https://developer.atlassian.com/cloud/jira/software/jsapi/jira/ and …/jsapi/request/. Not in the package that the tests run.
 */
interface Client {
  request(url: string, options?: { type: string; contentType: string; data: string }): Promise<{ body: string }>;
  readonly jira?: {
    setDashboardItemTitle?(title: string): void;
    isDashboardItemEditable?(callback: (editable: boolean) => void): void;
    readonly DashboardItem?: { onDashboardItemEdit(listener: () => void): void };
  };
}

const PROPERTY = 'tandem.gadget';
const ANSWERS_WITHIN_MILLIS = 10_000;

const statusOf = (failure: unknown): unknown => (failure as { xhr?: { status?: unknown } } | null)?.xhr?.status;

/** A host that lacks the method, or loses the message, never answers: hence the deadline. */
function inTime<T>(answer: Promise<T>): Promise<T> {
  const silence = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Unreachable('Jira did not answer')), ANSWERS_WITHIN_MILLIS);
  });
  return Promise.race([answer, silence]);
}

async function asked(client: Client, ...call: Parameters<Client['request']>): Promise<unknown> {
  const { body } = await inTime(client.request(...call));
  return body === '' || body === undefined ? undefined : JSON.parse(body);
}

async function editable({ jira }: Client): Promise<boolean> {
  if (jira?.isDashboardItemEditable === undefined) return true;
  return inTime(new Promise<boolean>((answer) => jira.isDashboardItemEditable?.(answer))).catch(() => true);
}

/**
 * Whether it can be in Jira's list of the item's properties. That is asked first: the browser writes
 * an error to its console for a property that is not there, and a gadget begins without one.
 */
function mayBeIn(answer: unknown): boolean {
  const keys = (answer as { keys?: unknown } | null | undefined)?.keys;
  return !Array.isArray(keys) || keys.some((it: unknown) => (it as { key?: unknown } | null)?.key === PROPERTY);
}

/**
 * The item of a Connect dashboard. Its ids are in the address of the page, which the descriptor asks for:
 * `/panel/gadget?dashboardId={dashboard.id}&dashboardItemId={dashboardItem.id}&view={dashboardItem.viewType}`.
 * The view is `default` on a dashboard whatever is configured: the menu's click alone asks for the form.
 * Read and written as the person, so that Jira decides who may.
 */
export function connectItem(client: Client, query: URLSearchParams): DashboardItem {
  const place = (name: string): string => encodeURIComponent(query.get(name) ?? '');
  const properties = `/rest/api/3/dashboard/${place('dashboardId')}/items/${place('dashboardItemId')}/properties`;
  const property = `${properties}/${PROPERTY}`;
  return {
    async chosen() {
      try {
        if (!mayBeIn(await asked(client, properties))) return null;
        return projectOf(((await asked(client, property)) as { value?: unknown } | undefined)?.value);
      } catch (failure) {
        if (statusOf(failure) === 404) return null;
        throw new Unreachable('Jira did not give the configuration', { cause: failure });
      }
    },
    editable: () => editable(client),
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
