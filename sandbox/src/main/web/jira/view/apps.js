import { freshId, h, live } from '../../shared/dom.js';
import { attempt, flag } from '../../shared/flags.js';
import { api } from '../rest.js';

/** The installed apps; a new one by the address of its descriptor, a signed handshake each time. */
export async function appsView() {
  const list = h('div', {});
  const draw = live(list, (apps) => shown(apps, refresh));
  const refresh = async () => draw(await api.get('/sandbox/apps'));
  await refresh();
  const element = h('section', {}, h('h1', { class: 'page-title' }, 'Manage apps'), installForm(refresh), list);
  return { title: 'Manage apps', element, place: 'admin', refresh };
}

function installForm(refresh) {
  const id = freshId('descriptor');
  const field = h('input', {
    class: 'field',
    id,
    type: 'url',
    required: true,
    placeholder: 'http://localhost:8080/atlassian-connect.json',
  });
  const button = h('button', { class: 'button primary' }, 'Install');
  return h(
    'form',
    { class: 'install', onsubmit: install },
    h('label', { for: id }, 'Descriptor address'),
    h('div', { class: 'row' }, field, button),
  );

  async function install(event) {
    event.preventDefault();
    button.disabled = true;
    const done = await attempt('install the app', () => api.post('/sandbox/apps', { descriptorUrl: field.value }));
    button.disabled = false;
    if (!done) return;
    flag({ type: 'success', title: 'The app is installed', body: 'Its panels are in the issues from now on.' });
    field.value = '';
    await refresh();
  }
}

function shown(apps, refresh) {
  if (apps.length === 0) {
    return h(
      'div',
      { class: 'empty' },
      h('h2', {}, 'No app is installed'),
      h('p', {}, 'Give the address of a descriptor above. The app must be running.'),
    );
  }
  return h(
    'ul',
    { class: 'apps' },
    apps.map((app) => row(app, refresh)),
  );
}

function row(app, refresh) {
  const name = app.name ?? app.key;
  const uninstall = () =>
    attempt(`uninstall ${name}`, async () => {
      await api.remove(`/sandbox/apps/${encodeURIComponent(app.key)}`);
      flag({ type: 'success', title: `${name} is uninstalled` });
      await refresh();
    });
  return h(
    'li',
    {},
    h('div', {}, h('strong', {}, name), h('p', { class: 'quiet' }, `${app.key} · ${app.baseUrl ?? ''}`)),
    h(
      'button',
      { type: 'button', class: 'button', 'aria-label': `Uninstall ${name}`, onclick: uninstall },
      'Uninstall',
    ),
  );
}
