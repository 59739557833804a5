import { h, live } from '../../shared/dom.js';
import { ago } from '../../shared/time.js';
import { api, search } from '../rest.js';
import { createIssue } from './create-issue.js';
import { labelMark, personMark, statusLozenge, typeMark } from './marks.js';

const FIELDS = ['summary', 'status', 'labels', 'issuetype', 'assignee', 'updated'];
const JQL = /[=~<>]|\b(in|is|was|order\s+by)\b/i;
const COLUMNS = ['Type', 'Key', 'Summary', 'Labels', 'Status', 'Assignee', 'Updated'];

/** A project's issues: all, those that hold some words, or whatever a JQL query answers. */
export async function issuesView([projectKey]) {
  const project = await api.get(`/project/${encodeURIComponent(projectKey)}`);
  const { create } = await mayCreate(projectKey);
  const list = h('div', { 'aria-live': 'polite' });
  const draw = live(list, result);
  const field = h('input', {
    class: 'field',
    type: 'search',
    'aria-label': 'Search issues by words or JQL',
    value: asked(),
    placeholder: 'Words, or JQL: labels = "budget:features" ORDER BY updated DESC',
  });
  const refresh = async () => draw(await find(projectKey, field.value.trim()));
  const look = () => {
    remember(field.value.trim());
    refresh();
  };
  field.addEventListener('input', () => JQL.test(field.value) || look());
  await refresh();
  const element = h(
    'section',
    {},
    h('div', { class: 'row spread' }, h('h1', { class: 'page-title' }, 'Issues'), create && createIssue(project)),
    h(
      'form',
      {
        class: 'search-row',
        role: 'search',
        'aria-label': 'Issues',
        onsubmit: (event) => {
          event.preventDefault();
          look();
        },
      },
      field,
      h('button', { class: 'button' }, 'Search'),
    ),
    list,
  );
  return { title: `Issues of ${project.name}`, element, project, place: 'issues', refresh };
}

async function mayCreate(projectKey) {
  const { permissions } = await api.get(
    `/mypermissions?permissions=CREATE_ISSUES&projectKey=${encodeURIComponent(projectKey)}`,
  );
  return { create: permissions.CREATE_ISSUES?.havePermission };
}

async function find(projectKey, words) {
  try {
    if (JQL.test(words)) return await search(words, FIELDS);
    const { issues, complete } = await search(`project = "${projectKey}" ORDER BY key ASC`, FIELDS);
    return { issues: issues.filter((issue) => holds(issue, words.toLowerCase())), complete };
  } catch (error) {
    return { error: error.message };
  }
}

function holds({ key, fields }, words) {
  return [key, fields.summary, ...fields.labels].some((text) => text.toLowerCase().includes(words));
}

function result({ issues, complete, error }) {
  if (error) return h('p', { class: 'error-text search-note', role: 'alert' }, `The search did not work: ${error}`);
  if (issues.length === 0) {
    return h(
      'div',
      { class: 'empty' },
      h('h2', {}, 'No issue matches'),
      h('p', {}, 'Try fewer words, or empty the search to see all of them.'),
    );
  }
  return [
    h(
      'table',
      { class: 'list' },
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          COLUMNS.map((name) => h('th', { scope: 'col' }, name)),
        ),
      ),
      h('tbody', {}, issues.map(row)),
    ),
    h('p', { class: 'quiet search-note' }, `${issues.length}${complete ? '' : '+'} issues`),
  ];
}

function row({ key, fields }) {
  const href = `/browse/${key}`;
  return h(
    'tr',
    { 'data-issue': key },
    h('td', {}, typeMark(fields.issuetype)),
    h('td', {}, h('a', { href, class: 'key', 'data-key': key }, key)),
    h('td', { class: 'summary' }, h('a', { href }, fields.summary)),
    h(
      'td',
      {},
      h(
        'span',
        { class: 'labels' },
        fields.labels.map((each) => labelMark(each)),
      ),
    ),
    h('td', {}, statusLozenge(fields.status)),
    h('td', {}, personMark(fields.assignee, 'Unassigned')),
    h('td', { class: 'quiet' }, ago(fields.updated)),
  );
}

function asked() {
  return new URLSearchParams(location.search).get('q') ?? '';
}

function remember(words) {
  history.replaceState(null, '', words ? `?q=${encodeURIComponent(words)}` : location.pathname);
}
