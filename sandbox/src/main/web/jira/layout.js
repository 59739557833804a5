import { h } from '../shared/dom.js';
import { personSwitch } from '../shared/session.js';
import { themeSwitch } from '../shared/theme.js';
import { appLinks } from './connect/frames.js';

/** Header, the project's or the administration's navigation, and the view between them. */
export async function layout(session, view) {
  return h(
    'div',
    { class: 'jira' },
    h('a', { class: 'skip', href: '#main' }, 'Skip to the content'),
    header(session),
    h(
      'div',
      { class: 'columns' },
      await sidebar(view),
      h('main', { id: 'main', class: 'content', tabindex: '-1' }, view.element),
    ),
  );
}

function header({ person, everybody }) {
  return h(
    'header',
    { class: 'top' },
    h(
      'a',
      { class: 'brand', href: '/projects' },
      h('img', { src: '/sandbox/web/jira/icon.svg', alt: '', width: '24', height: '24' }),
      'Sandbox Jira',
    ),
    h(
      'nav',
      { 'aria-label': 'Site', class: 'row' },
      h('a', { class: 'top-link', href: '/projects' }, 'Projects'),
      h('a', { class: 'top-link', href: '/jira/dashboards' }, 'Dashboards'),
      h('a', { class: 'top-link', href: '/admin/apps' }, 'Apps'),
    ),
    h(
      'form',
      { class: 'top-search', role: 'search', 'aria-label': 'Site', action: '/browse/', onsubmit: jump },
      h('input', {
        class: 'field',
        name: 'key',
        'aria-label': 'Go to an issue by its key',
        placeholder: 'Go to issue, e.g. SHOP-7',
      }),
    ),
    h('div', { class: 'row end' }, themeSwitch(), personSwitch(person, everybody, 'accountId')),
  );
}

function jump(event) {
  event.preventDefault();
  const key = new FormData(event.target).get('key').trim().toUpperCase();
  if (key) location.assign(`/browse/${encodeURIComponent(key)}`);
}

async function sidebar(view) {
  if (view.project) return projectNavigation(view.project, view.place);
  if (view.place?.startsWith('admin')) return adminNavigation(view.place);
  return h('div', { class: 'no-sidebar' });
}

async function projectNavigation({ key, name }, place) {
  const apps = await appLinks('project', { projectKey: key });
  const at = `/projects/${key}`;
  return h(
    'nav',
    { class: 'sidebar', 'aria-label': 'Project' },
    h(
      'div',
      { class: 'project-head' },
      h('span', { class: 'project-mark', 'aria-hidden': 'true' }, name[0]),
      h('div', {}, h('strong', {}, name), h('small', { class: 'quiet' }, 'Software project')),
    ),
    entry(`${at}/issues`, 'Issues', place === 'issues'),
    h('h2', { class: 'sidebar-heading' }, 'Apps'),
    apps.map((app) => entry(`${at}/apps/${app.addon_key}/${app.key}`, app.title, place === app.key)),
    apps.length === 0 && h('p', { class: 'quiet sidebar-note' }, 'No app has a page in this project.'),
  );
}

async function adminNavigation(place) {
  const apps = await appLinks('admin', {});
  return h(
    'nav',
    { class: 'sidebar', 'aria-label': 'Administration' },
    h('div', { class: 'project-head' }, h('strong', {}, 'Apps')),
    entry('/admin/apps', 'Manage apps', place === 'admin'),
    apps.map((app) => entry(`/admin/apps/${app.addon_key}/${app.key}`, app.title, place === `admin:${app.key}`)),
  );
}

function entry(href, label, current) {
  return h('a', { href, class: 'sidebar-link', 'aria-current': current ? 'page' : null }, label);
}
