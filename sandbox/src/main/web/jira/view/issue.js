import { h, live } from '../../shared/dom.js';
import { api } from '../rest.js';
import { issueChanged } from '../connect/host.js';
import { framePanels } from '../connect/frames.js';
import { activity, commentForm } from './activity.js';
import { descriptionField, summaryField } from './texts.js';
import { details } from './details.js';
import { statusMenu } from './status.js';
import { typeMark } from './marks.js';
import { webLinks } from './web-links.js';

const WANTED = ['EDIT_ISSUES', 'TRANSITION_ISSUES', 'ADD_COMMENTS'];
const FIELDS = 'summary,description,status,labels,issuetype,priority,assignee,reporter,project,created,updated';

/** One issue: what it says, its apps under the description and in the right column, its comments. */
export async function issueView([key]) {
  const at = `/issue/${encodeURIComponent(key)}`;
  const issue = await api.get(`${at}?fields=${FIELDS}`);
  const may = await permissions(issue.key);
  const context = { key: issue.key, may, refresh };
  const parts = sections(context);
  await refresh(issue);
  const panels = await framePanels(issue);
  const element = h(
    'article',
    { class: 'issue', 'aria-label': issue.key },
    h(
      'div',
      { class: 'issue-main' },
      parts.crumbs.element,
      parts.summary.element,
      parts.description.element,
      panels.below,
      parts.links.element,
      parts.activity.element,
      may.ADD_COMMENTS && commentForm(context),
    ),
    h(
      'aside',
      { class: 'issue-side', 'aria-label': 'Details' },
      parts.status.element,
      parts.details.element,
      panels.beside,
    ),
  );

  async function refresh(known) {
    const [now, comments, links] = await Promise.all([
      known ?? api.get(`${at}?fields=${FIELDS}`),
      api.get(`${at}/comment?orderBy=created&maxResults=100`),
      api.get(`${at}/remotelink`),
    ]);
    Object.values(parts).forEach((part) => part.show({ ...now, comments: comments.comments, links }));
  }

  const project = { key: issue.fields.project.key, name: issue.fields.project.name };
  const changed = async () => {
    await refresh();
    issueChanged(issue);
  };
  addEventListener('sandbox:refresh-issue', () => refresh());
  return {
    title: `[${issue.key}] ${issue.fields.summary}`,
    element,
    project,
    place: 'issues',
    refresh: changed,
    shown: panels.start,
  };
}

async function permissions(key) {
  const asked = await api.get(`/mypermissions?permissions=${WANTED.join(',')}&issueKey=${encodeURIComponent(key)}`);
  return Object.fromEntries(WANTED.map((name) => [name, Boolean(asked.permissions[name]?.havePermission)]));
}

/** A part is an element and `show(issue)`, which draws it again only if what it shows has changed. */
function sections(context) {
  const part = (element, pick, draw) => {
    const redraw = live(element, (value) => draw(value, context));
    return { element, show: (issue) => redraw(pick(issue)) };
  };
  return {
    crumbs: part(
      h('nav', { class: 'crumbs', 'aria-label': 'Breadcrumbs' }),
      ({ key, fields }) => ({ key, project: fields.project.name, type: fields.issuetype }),
      crumbs,
    ),
    summary: part(h('div', {}), ({ fields }) => fields.summary, summaryField),
    description: part(
      h('section', { 'aria-label': 'Description' }),
      ({ fields }) => fields.description,
      descriptionField,
    ),
    links: part(h('section', { 'aria-label': 'Web links' }), ({ links }) => links, webLinks),
    activity: part(h('section', { class: 'activity', 'aria-label': 'Comments' }), ({ comments }) => comments, activity),
    status: part(h('div', { class: 'status-place' }), ({ fields }) => fields.status, statusMenu),
    details: part(h('section', { class: 'details', 'aria-label': 'Fields' }), ({ fields }) => fields, details),
  };
}

function crumbs({ key, project, type }) {
  return h(
    'ol',
    {},
    h('li', {}, h('a', { href: '/projects' }, 'Projects')),
    h('li', {}, h('a', { href: `/projects/${key.split('-')[0]}/issues` }, project)),
    h('li', { 'aria-current': 'page' }, typeMark(type), h('a', { href: `/browse/${key}` }, key)),
  );
}
