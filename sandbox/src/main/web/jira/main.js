import { h } from '../shared/dom.js';
import { onChange } from '../shared/changes.js';
import { me, people, signIn } from '../shared/session.js';
import { layout } from './layout.js';
import { adminAppView, projectAppView } from './view/app-page.js';
import { appsView } from './view/apps.js';
import { dashboardView } from './view/dashboard.js';
import { issueView } from './view/issue.js';
import { issuesView } from './view/issues.js';
import { notFound } from './view/not-found.js';
import { projectsView } from './view/projects.js';

/** Address → view. A view is `{title, element, project?, place?, refresh}`; addresses are Jira's own where it has them. */
const ROUTES = [
  [/^\/(?:projects)?\/?$/, projectsView],
  [/^\/projects\/([^/]+)\/?(?:issues)?\/?$/, issuesView],
  [/^\/projects\/([^/]+)\/apps\/([^/]+)\/([^/]+)$/, projectAppView],
  [/^\/browse\/([^/]+)$/, issueView],
  [/^\/jira\/dashboards\/?([^/]*)$/, dashboardView],
  [/^\/admin\/apps\/?$/, appsView],
  [/^\/admin\/apps\/([^/]+)\/([^/]+)$/, adminAppView],
];

const page = document.querySelector('#page');

async function start() {
  const everybody = await people();
  const person = await me(everybody);
  if (!person) {
    page.replaceChildren(signIn('Sandbox Jira', everybody, 'accountId'));
    return;
  }
  const view = await open({ person, everybody });
  document.title = `${view.title} - Sandbox Jira`;
  page.replaceChildren(await layout({ person, everybody }, view));
  view.shown?.();
  onChange(view.refresh ?? (() => {}));
}

async function open(session) {
  for (const [pattern, view] of ROUTES) {
    const match = pattern.exec(location.pathname);
    if (match) return view(match.slice(1).map(decodeURIComponent), session).catch(notFound);
  }
  return notFound(new Error('There is no page at this address.'));
}

start().catch((error) => {
  page.replaceChildren(
    h(
      'main',
      { class: 'empty', role: 'alert' },
      h('h1', {}, 'The page could not be shown'),
      h('p', {}, error.message),
      h('p', {}, h('a', { href: location.href }, 'Try again')),
    ),
  );
});
