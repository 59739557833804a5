import { h } from '../shared/dom.js';
import { onChange } from '../shared/changes.js';
import { me, people, personSwitch, signIn } from '../shared/session.js';
import { themeSwitch } from '../shared/theme.js';
import { issueOfDocument, workspace } from './queries.js';
import { issueView } from './view/issue.js';
import { issuesView } from './view/issues.js';

const page = document.querySelector('#page');

async function start() {
  const everybody = await people();
  const person = await me(everybody);
  if (!person) {
    page.replaceChildren(signIn('Sandbox Linear', everybody, 'userId'));
    return;
  }
  const space = await workspace();
  const view = await open(space);
  document.title = `${view.title} · Sandbox Linear`;
  page.replaceChildren(frame(space, person, everybody, view));
  onChange(view.refresh);
}

/**
 * Linear's addresses: `/<workspace>/issue/CHK-1/…`, `/<workspace>/team/CHK/active`, and
 * `/<workspace>/document/<title>-<slug>` for the issue that the document stands on; anything else is the first team.
 */
async function open(space) {
  const [, issue] = /^\/[^/]+\/issue\/([^/]+)/.exec(location.pathname) ?? [];
  if (issue) return issueView(decodeURIComponent(issue), space);
  const [, slug] = /^\/[^/]+\/document\/(?:[^/]*-)?([^/-]+)/.exec(location.pathname) ?? [];
  const holder = slug && (await issueOfDocument(decodeURIComponent(slug)));
  if (holder) return issueView(holder, space);
  const [, key] = /^\/[^/]+\/team\/([^/]+)/.exec(location.pathname) ?? [];
  const team = space.teams.find((each) => each.key === key) ?? space.teams[0];
  if (!team) throw new Error('This workspace has no team yet.');
  return issuesView(team, space);
}

function frame(space, person, everybody, view) {
  return h(
    'div',
    { class: 'linear' },
    h('a', { class: 'skip', href: '#main' }, 'Skip to the content'),
    h(
      'nav',
      { class: 'rail', 'aria-label': 'Workspace' },
      h(
        'a',
        { class: 'space', href: '/' },
        h('img', { src: '/sandbox/web/linear/icon.svg', alt: '', width: '22', height: '22' }),
        h('span', {}, h('strong', {}, space.name), h('small', {}, 'Sandbox Linear')),
      ),
      h('h2', { class: 'rail-heading' }, 'Your teams'),
      space.teams.map((team) =>
        h(
          'a',
          {
            class: 'rail-link',
            href: `/${space.urlKey}/team/${team.key}/active`,
            'aria-current': view.team === team.id ? 'page' : null,
          },
          h('span', { class: 'team-mark', 'aria-hidden': 'true' }, team.name[0]),
          team.name,
        ),
      ),
    ),
    h(
      'div',
      { class: 'stage' },
      h(
        'header',
        { class: 'bar' },
        h('div', { class: 'bar-title' }, view.heading),
        h('div', { class: 'row end' }, themeSwitch(), personSwitch(person, everybody, 'userId')),
      ),
      h('main', { id: 'main', tabindex: '-1' }, view.element),
    ),
  );
}

start().catch((error) => {
  page.replaceChildren(
    h(
      'main',
      { class: 'empty', role: 'alert' },
      h('h1', {}, 'The page could not be shown'),
      h('p', {}, error.message),
      h('p', {}, h('a', { href: '/' }, 'All issues')),
    ),
  );
});
