import { h, live } from '../../shared/dom.js';
import { api } from '../rest.js';

/** All projects the person may see. */
export async function projectsView() {
  const list = h('div', {});
  const draw = live(list, table);
  const refresh = async () => draw((await api.get('/project/search?maxResults=100&orderBy=name')).values);
  await refresh();
  return { title: 'Projects', element: h('section', {}, h('h1', { class: 'page-title' }, 'Projects'), list), refresh };
}

function table(projects) {
  if (projects.length === 0) {
    return h(
      'div',
      { class: 'empty' },
      h('h2', {}, 'No projects'),
      h('p', {}, 'You see the projects that you may browse. An administrator sees all of them.'),
    );
  }
  return h(
    'table',
    { class: 'list' },
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        ['Name', 'Key', 'Lead'].map((name) => h('th', { scope: 'col' }, name)),
      ),
    ),
    h(
      'tbody',
      {},
      projects.map((project) =>
        h(
          'tr',
          {},
          h(
            'td',
            {},
            h(
              'a',
              { class: 'project-link', href: `/projects/${project.key}/issues` },
              h('span', { class: 'project-mark', 'aria-hidden': 'true' }, project.name[0]),
              project.name,
            ),
          ),
          h('td', {}, project.key),
          h('td', {}, project.lead?.displayName ?? '–'),
        ),
      ),
    ),
  );
}
