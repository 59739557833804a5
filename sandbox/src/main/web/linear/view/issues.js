import { h, live } from '../../shared/dom.js';
import { attempt } from '../../shared/flags.js';
import { avatar } from '../../shared/session.js';
import { ago } from '../../shared/time.js';
import { createIssue } from '../changes.js';
import { statesOf, teamIssues } from '../queries.js';
import { labelMark, stateMark } from './marks.js';

/** A team's issues, grouped by state as its workflow orders them. */
export async function issuesView(team, space) {
  const states = await statesOf(team.id);
  const list = h('div', { class: 'groups' });
  const draw = live(list, (issues) => groups(states, issues, space));
  const refresh = async () => draw(await teamIssues(team.id));
  await refresh();
  const heading = [
    h('h1', { class: 'bar-name' }, team.name),
    h('span', { class: 'quiet' }, 'Issues'),
    h('button', { type: 'button', class: 'button subtle', onclick: () => ask(team, space) }, '+ New issue'),
  ];
  return { title: `${team.name} issues`, heading, element: list, team: team.id, refresh };
}

function groups(states, issues, space) {
  if (issues.length === 0)
    return h(
      'div',
      { class: 'empty' },
      h('h2', {}, 'No issues yet'),
      h('p', {}, 'Create the first one with “New issue” above.'),
    );
  const shown = [...states].sort((one, other) => weight(one) - weight(other));
  return shown.map((state) =>
    group(
      state,
      issues.filter((issue) => issue.state.id === state.id),
      space,
    ),
  );
}

function group(state, issues, space) {
  if (issues.length === 0) return null;
  return h(
    'section',
    { 'aria-label': state.name },
    h('h2', { class: 'group-head' }, stateMark(state, true), h('span', { class: 'quiet' }, String(issues.length))),
    h(
      'ul',
      { class: 'rows' },
      issues.map((issue) => row(issue, space)),
    ),
  );
}

function row(issue, space) {
  return h(
    'li',
    { 'data-issue': issue.identifier },
    h(
      'a',
      { class: 'issue-row', href: `/${space.urlKey}/issue/${issue.identifier}`, 'data-key': issue.identifier },
      h('span', { class: 'quiet identifier' }, issue.identifier),
      stateMark(issue.state),
      h('span', { class: 'row-title' }, issue.title),
      h(
        'span',
        { class: 'row-tags' },
        issue.labels.nodes.map((label) => labelMark(label)),
      ),
      h('span', { class: 'quiet when' }, ago(issue.updatedAt)),
      issue.assignee
        ? h('span', { title: issue.assignee.name }, avatar(issue.assignee.name))
        : h('span', { class: 'nobody', title: 'Nobody' }),
    ),
  );
}

/** Work at hand first, finished work last, as Linear lists it. */
function weight(state) {
  return ['started', 'unstarted', 'triage', 'backlog', 'completed', 'canceled'].indexOf(state.type);
}

function ask(team, space) {
  const dialog = h(
    'dialog',
    { class: 'dialog', 'aria-label': 'New issue', onclose: () => dialog.remove() },
    h(
      'form',
      {
        onsubmit: (event) => {
          event.preventDefault();
          create(team, space, event.target);
        },
      },
      h('h2', {}, `New issue in ${team.name}`),
      h('input', { class: 'field', name: 'title', required: true, 'aria-label': 'Title', placeholder: 'Issue title' }),
      h('textarea', {
        class: 'field',
        name: 'description',
        rows: '5',
        'aria-label': 'Description',
        placeholder: 'Description, in Markdown',
      }),
      h(
        'div',
        { class: 'row' },
        h('button', { class: 'button primary' }, 'Create issue'),
        h('button', { type: 'button', class: 'button subtle', onclick: () => dialog.close() }, 'Cancel'),
      ),
    ),
  );
  document.body.append(dialog);
  dialog.showModal();
}

function create(team, space, form) {
  const { title, description } = Object.fromEntries(new FormData(form));
  return attempt('create the issue', async () => {
    const { identifier } = await createIssue({
      teamId: team.id,
      title: title.trim(),
      ...(description && { description }),
    });
    location.assign(`/${space.urlKey}/issue/${identifier}`);
  });
}
