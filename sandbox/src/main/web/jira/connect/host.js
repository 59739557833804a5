import { flag } from '../../shared/flags.js';
import { me, people } from '../../shared/session.js';
import { dashboardItem } from './dashboard.js';
import { dialogs } from './dialog.js';
import { navigator } from './navigator.js';
import { request } from './request.js';

// What Jira itself adds to the genuine host: the modules of its JavaScript API that need the product.
// https://developer.atlassian.com/cloud/jira/platform/about-the-connect-javascript-api/
// The theming, events, resize, env and inline parts are the package's own.

let context = {};

/** Tells the modules where the page's apps stand: `{issue?, project?}` with ids and keys. */
export function stand(place) {
  context = place;
}

/** Tells the issue's apps that it changed. The event's name under Connect is assumed. */
export function issueChanged({ id, key }) {
  connectHost.broadcastEvent('JIRA_ISSUE_CHANGED', {}, { issueId: id, issueKey: key });
}

/** A host method: its callback is always the last argument and knows the calling extension. */
function answer(method) {
  return (...args) => {
    const callback = args.at(-1);
    Promise.resolve(method(callback._context, ...args.slice(0, -1))).then(callback);
  };
}

async function token({ extension }) {
  const query = new URLSearchParams({ addonKey: extension.addon_key, moduleKey: extension.key });
  if (context.issue) query.set('issueKey', context.issue.key);
  if (context.project) query.set('projectKey', context.project.key);
  const response = await fetch(`/sandbox/context-token?${query}`, { cache: 'no-store' });
  if (!response.ok) throw new Error(`no context token: ${response.status}`);
  return response.text();
}

async function currentUser() {
  const person = await me(await people());
  return { atlassianAccountId: person?.id ?? '' };
}

connectHost.defineModule('context', { getToken: answer(token), getContext: answer(() => ({ jira: context })) });
connectHost.defineModule('user', {
  getCurrentUser: answer(currentUser),
  getLocale: answer(() => 'en_US'),
  getTimeZone: answer(() => Intl.DateTimeFormat().resolvedOptions().timeZone),
});
connectHost.defineModule('jira', {
  refreshIssuePage: () => dispatchEvent(new Event('sandbox:refresh-issue')),
  ...dashboardItem(answer),
});
connectHost.defineModule(
  'navigator',
  navigator(answer, () => context),
);
connectHost.defineModule({ getLocation: answer(() => location.href) });
connectHost.defineModule('_request', { request });

/** The host asks the product for these two, else it calls AUI functions that are not on this page. */
function provide(name, provider) {
  connectHost.getFrameworkAdaptor().registerModule({
    getModuleRegistrationName: () => name,
    isEnabled: () => true,
    getProvider: () => provider,
  });
}

provide('flag', {
  create: (options) => {
    const actions = Object.fromEntries(options.actions.map((each) => [each.actionKey, each.actionText]));
    const run = (key) => options.actions.find((each) => each.actionKey === key).executeAction();
    const shown = flag({ ...options, actions, onAction: run });
    return {
      close: () => {
        shown.close();
        options.onClose?.(options.id);
      },
    };
  },
});
provide('dialog', dialogs);
